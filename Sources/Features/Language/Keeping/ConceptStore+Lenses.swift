package import Storage
package import Vocabulary

/// What reading through a scheme takes of all schemes of a place: names and links, no words.
package struct LanguageLinks: Sendable {
    package let mappings: [(concept: String, mapping: Mapping)]
    /// The names of the concepts that are wider than one.
    package let broader: [String: [String]]
}

extension ConceptStore {
    /// Differs whenever anything of the place's words was changed: each change is an act.
    package func stamp(in store: any Reading) async throws(StorageError) -> String {
        try await store.first(
            """
            SELECT count(*), count(undone), coalesce(max(created), 0) FROM language_act
            WHERE place = \(place) AND NOT EXISTS (SELECT 1 FROM language_coming
                WHERE language_coming.place = language_act.place AND language_coming.act = language_act.id)
            """
        ) { row in
            "\(try row.column(0, as: Int.self)) \(try row.column(1, as: Int.self)) \(try row.column(2, as: Int.self))"
        } ?? ""
    }

    /// The names of the concepts of a scheme that hold.
    package func members(of scheme: Int, in store: any Reading) async throws(StorageError) -> Set<String> {
        Set(
            try await store.rows(
                """
                SELECT id FROM concept
                WHERE place = \(place) AND scheme = \(scheme) AND status = 'adopted' AND \(Self.isHere)
                """
            ) { try $0.column(0, as: String.self) })
    }

    package func links(in store: any Reading) async throws(StorageError) -> LanguageLinks {
        let mappings = try await store.rows(
            """
            SELECT concept.id, concept_mapping.kind, concept_mapping.target FROM concept_mapping
            JOIN concept ON concept.place = concept_mapping.place AND concept.number = concept_mapping.concept
            WHERE concept_mapping.place = \(place) AND \(Self.isHere)
            ORDER BY concept.number, concept_mapping.target, concept_mapping.kind
            """
        ) { row in (concept: try row.column(0, as: String.self), mapping: Mapping(try row.column(1), try row.column(2)))
        }
        let wider = try await store.rows(
            """
            SELECT concept.id, concept_broader.wider FROM concept_broader
            JOIN concept ON concept.place = concept_broader.place AND concept.number = concept_broader.concept
            WHERE concept_broader.place = \(place) AND \(Self.isHere)
            ORDER BY concept.number, concept_broader.wider
            """
        ) { row in (concept: try row.column(0, as: String.self), wider: try row.column(1, as: String.self)) }
        return LanguageLinks(
            mappings: mappings,
            broader: wider.reduce(into: [:]) { broader, link in broader[link.concept, default: []].append(link.wider) })
    }
}

extension ConceptStore {
    /// All of a scheme that hold, at whichever level, by label.
    func adoptedByLabel(
        of scheme: Int, from skipped: Int, most: Int, in store: any Reading
    ) async throws(StorageError) -> [KeptConcept] {
        try await select(
            "concept.scheme = \(scheme) AND concept.status = 'adopted'",
            order: " ORDER BY concept.sort_key, concept.number LIMIT \(most) OFFSET \(skipped)", in: store)
    }
}
