import CanonicalJSON
import FoundationEssentials
import Storage

/// Concepts that went into others.
extension ConceptStore {
    /// So many that went into one are looked at.
    private static let mostBecoming = 500

    /// A concept and all that went into it, also by way of others; one that became several went into none of them.
    ///
    /// - Parameter end: up to when: those that had gone into it then, of those that are still part of it; nil for now.
    func becoming(
        _ concept: Int, before end: Date? = nil, in store: any Reading
    ) async throws(StorageError) -> [Int] {
        var all = [concept]
        var open = [concept]
        while !open.isEmpty, all.count < Self.mostBecoming {
            let found = try await merged(into: open, in: store)
            var numbers = found
            if let end {
                numbers = try await concepts(found, before: end, in: store).filter { kept in
                    kept.status == .superseded && kept.successors.count == 1 && open.contains(kept.successors[0])
                }.map(\.number)
            }
            // Each is looked at once, so that a ring comes to an end.
            open = numbers.filter { !all.contains($0) }
            all += open
        }
        return all
    }

    private func merged(into numbers: [Int], in store: any Reading) async throws(StorageError) -> [Int] {
        let successors = numbers.map { JSON.array([.integer($0)]).canonicalText }
        return try await store.rows(
            """
            SELECT concept.number FROM concept
            JOIN concept_version ON concept_version.place = concept.place AND concept_version.concept = concept.number
                AND concept_version.version = concept.version
            WHERE concept.place = \(place) AND concept.status = 'superseded'
                AND concept_version.successors IN (\(list(successors))) AND \(Self.isHere)
            ORDER BY concept.number LIMIT \(Self.mostBecoming)
            """
        ) { try $0.column(0, as: Int.self) }
    }
}
