import FoundationEssentials
import Storage
import Vocabulary

/// The concepts around one, now and as they stood on a day.
extension ConceptStore {
    /// Those that lie directly under a concept, of whichever scheme, by label.
    func under(
        _ id: String, withProposed: Bool, most: Int, in store: any Reading
    ) async throws(StorageError) -> [KeptConcept] {
        let statuses: SQL = withProposed ? "('adopted', 'proposed')" : "('adopted')"
        return try await select(
            """
            concept.number IN (SELECT concept_broader.concept FROM concept_broader
                WHERE concept_broader.place = \(place) AND concept_broader.wider = \(id))
            AND concept.status IN \(statuses)
            """, order: " ORDER BY concept.sort_key, concept.number LIMIT \(most)", in: store)
    }

    /// Those of these concepts that were there before a moment, as they stood then; in the order of their numbers.
    func concepts(
        _ numbers: [Int], before end: Date, in store: any Reading
    ) async throws(StorageError) -> [KeptConcept] {
        guard !numbers.isEmpty else { return [] }
        return try await past("concept.number IN (\(list(numbers)))", before: end, most: numbers.count, in: store)
    }

    /// Those of these names that were there before a moment, as they stood then.
    func concepts(
        named ids: [String], before end: Date, in store: any Reading
    ) async throws(StorageError) -> [KeptConcept] {
        guard !ids.isEmpty else { return [] }
        return try await past("concept.id IN (\(list(ids)))", before: end, most: ids.count, in: store)
    }

    /// Those that spoke of a concept before a moment: as wider than they, or as what they are mapped to. As they stood then.
    ///
    /// - Parameter most: how many are looked at.
    func speaking(
        of id: String, before end: Date, most: Int, in store: any Reading
    ) async throws(StorageError) -> [KeptConcept] {
        // Whatever spoke of it then still does, or left off since. Each part follows its key and stops.
        let some = try await store.rows(
            """
            SELECT concept FROM (
                SELECT concept FROM (SELECT concept FROM concept_broader
                    WHERE place = \(place) AND wider = \(id) ORDER BY concept LIMIT \(most)) AS lying
                UNION SELECT concept FROM (SELECT concept FROM concept_mapping
                    WHERE place = \(place) AND target = \(id) ORDER BY concept LIMIT \(most)) AS mapped
                UNION SELECT concept FROM (SELECT concept FROM concept_past_link
                    WHERE place = \(place) AND target = \(id) AND until >= \(end)
                    ORDER BY until, concept LIMIT \(most)) AS past
            ) AS spoke ORDER BY concept LIMIT \(most)
            """
        ) { try $0.column(0, as: Int.self) }
        return try await concepts(some, before: end, in: store).filter { kept in
            kept.concept.broader.contains(id) || kept.concept.mappings.contains { $0.target == id }
        }
    }

    private func past(
        _ condition: SQL, before end: Date, most: Int, in store: any Reading
    ) async throws(StorageError) -> [KeptConcept] {
        try await store.rows(
            """
            SELECT concept.number, concept.scheme, concept_version.version, concept_version.status,
                concept_version.body, concept_version.successors, concept_version.since
            FROM concept
            JOIN concept_version ON concept_version.place = concept.place AND concept_version.concept = concept.number
                AND concept_version.version = (SELECT max(past.version) FROM concept_version AS past
                    WHERE past.place = concept.place AND past.concept = concept.number AND past.since < \(end))
            WHERE concept.place = \(place) AND \(condition) AND \(Self.isHere)
            ORDER BY concept.number LIMIT \(most)
            """, Self.kept)
    }
}
