import Storage
import Vocabulary

extension ConceptStore {
    /// A concept that something new may be built on: it holds, and its list is in use.
    ///
    /// - Throws: ``LanguageRefusal/notThere``, ``LanguageRefusal/doesNotHold(_:)`` or ``LanguageRefusal/outOfUse(_:)``.
    func usable(_ number: Int, in store: any Reading) async throws(LanguageRefusal) -> KeptConcept {
        let kept: KeptConcept?
        let outOfUse: Set<Int>
        do throws(StorageError) {
            kept = try await concept(number, in: store)
            outOfUse = try await listsOutOfUse(in: store)
        } catch {
            throw .storage(error)
        }
        guard let kept else { throw .notThere }
        let name = kept.label(for: "en").words
        guard kept.status == .adopted else { throw .doesNotHold(name) }
        guard !outOfUse.contains(kept.scheme) else { throw .outOfUse(name) }
        return kept
    }

    /// Why nothing new may be built on a concept; nil where it may.
    func obstacle(to number: Int, in store: any Reading) async throws(StorageError) -> LanguageRefusal? {
        do throws(LanguageRefusal) {
            _ = try await usable(number, in: store)
            return nil
        } catch {
            if case .storage(let problem) = error { throw problem }
            return error
        }
    }

    /// A list that something new may be put in.
    ///
    /// - Throws: ``LanguageRefusal/notThere`` or ``LanguageRefusal/listOutOfUse``.
    func usableList(_ number: Int, in store: any Reading) async throws(LanguageRefusal) -> KeptScheme {
        let scheme: KeptScheme?
        do throws(StorageError) { scheme = try await self.scheme(number, in: store) } catch { throw .storage(error) }
        guard let scheme else { throw .notThere }
        guard scheme.isInUse else { throw .listOutOfUse }
        return scheme
    }
}
