import Lookup
import Storage
import Vocabulary

/// Concepts, as people name them in forms.
extension ConceptStore {
    /// So many are told apart where several are called the same.
    private static let mostCalled = 5

    /// The concepts that somebody may mean: those with this preferred label in any language; where there are none, those with
    /// this other label; where there are none either, the one with this number. Those that hold come first.
    ///
    /// - Parameter scheme: one whose own concepts are not meant.
    func called(
        _ text: String, notOf scheme: Int? = nil, in store: any Reading
    ) async throws(StorageError) -> [KeptConcept] {
        let found = try await TermStore(place: place).found(
            text, .concept, for: [.everybody, .members], language: "en", most: 50, in: store
        ).filter { $0.match == .whole }
        let preferred = try await byEnglishLabel(text, in: store) + numbers(found, .preferred)
        for numbers in [preferred, numbers(found, .alternative)] {
            let concepts = try await concepts(Array(Set(numbers)), in: store)
                .filter { $0.scheme != scheme && [.adopted, .proposed].contains($0.status) }
                .sorted { ($0.status == .adopted ? 0 : 1, $0.number) < ($1.status == .adopted ? 0 : 1, $1.number) }
            if !concepts.isEmpty { return Array(concepts.prefix(Self.mostCalled)) }
        }
        guard let number = Int(text) else { return [] }
        return [try await concept(number, in: store)].compactMap(\.self).filter { $0.scheme != scheme }
    }

    /// Also while what the search finds is made anew.
    private func byEnglishLabel(_ text: String, in store: any Reading) async throws(StorageError) -> [Int] {
        try await store.rows(
            """
            SELECT number FROM concept WHERE place = \(place) AND status IN ('adopted', 'proposed')
                AND label_key = \(String(text.lowercased().prefix(200))) AND \(Self.isHere)
                AND \(Self.isInUse)
            ORDER BY status, number LIMIT 50
            """
        ) { try $0.column(0, as: Int.self) }
    }

    private func numbers(_ found: [FoundItem], _ kind: Label.Kind) -> [Int] {
        found.filter { $0.label.kind == kind }.compactMap { Int($0.item) }
    }
}
