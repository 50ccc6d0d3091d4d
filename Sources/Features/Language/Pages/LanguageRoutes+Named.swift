import Storage
import Vocabulary
import Web
import Words

extension LanguageRoutes {
    /// The concepts that a person names, a line each: by a label or by number.
    ///
    /// - Parameter scheme: of whose concepts one is meant where several lists have one that is called so.
    /// - Throws: ``LanguageRefusal/nobodyCalled(_:)`` or ``LanguageRefusal/severalCalled(_:in:)`` where it isn't plain which one is meant.
    func named(
        _ text: String, of scheme: Int, _ request: Request
    ) async throws(LanguageRefusal) -> [Int] {
        var found: [Int] = []
        for line in lines(text) {
            let meant: [KeptConcept]
            let several: LanguageRefusal?
            do throws(StorageError) {
                let called = try await store.called(line, in: database)
                let near = called.filter { $0.scheme == scheme }
                meant = near.isEmpty ? called : near
                several = meant.count > 1 ? try await self.several(meant, line, request) : nil
            } catch {
                throw .storage(error)
            }
            if let several { throw several }
            guard let first = meant.first else { throw .nobodyCalled(line) }
            found.append(first.number)
        }
        return found
    }

    /// The same of the list that a concept is of.
    func named(
        _ text: String, near concept: Int, _ request: Request
    ) async throws(LanguageRefusal) -> [Int] {
        let scheme: Int?
        do throws(StorageError) {
            scheme = try await store.concept(concept, in: database)?.scheme
        } catch {
            throw .storage(error)
        }
        return try await named(text, of: scheme ?? 0, request)
    }

    /// Asks which one is meant, each by its number and its list.
    func several(
        _ concepts: [KeptConcept], _ text: String, _ request: Request
    ) async throws(StorageError) -> LanguageRefusal {
        let language = request.catalogue.language.code
        let schemes = try await store.schemes(in: database)
        let places = concepts.map { kept in
            let scheme = schemes.first { $0.number == kept.scheme }?.title(for: language).words ?? ""
            return "\(kept.number) (\(kept.label(for: language).words), \(scheme))"
        }
        return .severalCalled(text, in: places.joined(separator: "; "))
    }

    func lines(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map { line in
            let cut = line.drop { $0.isWhitespace }
            return String(
                cut.prefix(
                    cut.lastIndex { !$0.isWhitespace }.map { cut.distance(from: cut.startIndex, to: $0) + 1 } ?? 0))
        }.filter { !$0.isEmpty }
    }
}
