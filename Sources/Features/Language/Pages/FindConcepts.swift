package import Lookup
package import Storage
import Places
import Vocabulary
package import Web
package import Words

/// Finds concepts by whatever people call them. Proposed ones are found by members alone.
package struct FindConcepts: Searchable {
    private let place: String
    private let database: any Database

    package init(_ database: any Database, place: String) {
        self.place = place
        self.database = database.at(place)
    }

    package var kind: FindableKind { .concept }
    package var heading: Phrase { "Shared words" }

    private var store: ConceptStore { ConceptStore(place: place) }

    package func entries(_ items: [String], for request: Request) async throws -> [String: SearchEntry] {
        let language = request.catalogue.language.code
        let schemes = try await store.schemes(in: database).filter(\.isInUse)
        let isMember = request.reader.may(.seePlace)
        var entries: [String: SearchEntry] = [:]
        for kept in try await store.concepts(items.compactMap { Int($0) }, in: database)
        where kept.status == .adopted || (kept.status == .proposed && isMember) {
            guard let scheme = schemes.first(where: { $0.number == kept.scheme })?.title(for: language).words else {
                continue
            }
            let label = kept.label(for: language)
            entries[kept.item] = SearchEntry(
                title: label.words, language: label.language, address: LanguagePath.concept(kept.number).url,
                detail: kept.status == .proposed ? "Proposed, in \(scheme)" : "\(scheme)",
                named: .concept(kept.concept.id))
        }
        return entries
    }

    package func findables(
        after item: String, most: Int, in store: any Reading
    ) async throws(StorageError) -> (findables: [Findable], last: String?) {
        let found = try await self.store.concepts(after: Int(item) ?? 0, most: most, in: store)
        let outOfUse = try await self.store.listsOutOfUse(in: store)
        return (found.filter { !outOfUse.contains($0.scheme) }.compactMap(\.findable), found.last?.item)
    }
}

extension KeptConcept {
    /// By what the search knows it: its number, so written that the order of bytes is that of numbers.
    var item: String { Self.item(number) }

    static func item(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 10 - digits.count)) + digits
    }

    /// What can be found of it; nil where it holds no more.
    var findable: Findable? { Self.findable(number, concept, status) }

    static func findable(_ number: Int, _ concept: Concept, _ status: Status) -> Findable? {
        // Whoever knows its code may type that.
        let labels = concept.labels + (concept.notation.map { [Label(.hidden, Text($0, in: nil))] } ?? [])
        return switch status {
        case .adopted: Findable(.concept, item(number), labels: labels)
        case .proposed: Findable(.concept, item(number), for: .members, labels: labels)
        case .superseded, .retired: nil
        }
    }
}
