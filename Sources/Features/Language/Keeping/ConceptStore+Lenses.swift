package import Storage
package import Vocabulary

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

    /// What reading through any scheme takes of all of them: names and links, no words.
    ///
    /// What has others in its place leads to them: to the one that it became, or to the parts that it was split into. What a list says
    /// that is out of use leads nobody on who reads in another one.
    package func links(in store: any Reading) async throws(StorageError) -> LensLinks {
        let stated = try await store.rows(
            """
            SELECT concept.id, concept_mapping.kind, concept_mapping.target,
                CASE WHEN language_scheme.organisation IS NULL AND language_scheme.retired = 0 THEN NULL
                    ELSE language_scheme.id END
            FROM concept_mapping
            JOIN concept ON concept.place = concept_mapping.place AND concept.number = concept_mapping.concept
            JOIN language_scheme ON language_scheme.place = concept.place AND language_scheme.number = concept.scheme
            WHERE concept_mapping.place = \(place) AND \(Self.isHere)
            ORDER BY concept.number, concept_mapping.target, concept_mapping.kind
            """
        ) { row in
            LensLinks.Stated(
                try row.column(0), Mapping(try row.column(1), try row.column(2)), ofOne: try row.column(3))
        }
        let wider = try await store.rows(
            """
            SELECT concept.id, concept_broader.wider FROM concept_broader
            JOIN concept ON concept.place = concept_broader.place AND concept.number = concept_broader.concept
            WHERE concept_broader.place = \(place) AND \(Self.isHere)
            ORDER BY concept.number, concept_broader.wider
            """
        ) { row in (concept: try row.column(0, as: String.self), wider: try row.column(1, as: String.self)) }
        let past = try await past(in: store)
        return LensLinks(
            stated + past.stated,
            broader: wider.reduce(into: past.broader) { broader, link in
                broader[link.concept, default: []].append(link.wider)
            })
    }

    /// What holds no more and is still spoken of: by mappings to what others are used for now, or by somebody's use.
    private func past(
        in store: any Reading
    ) async throws(StorageError) -> (stated: [LensLinks.Stated], broader: [String: [String]]) {
        let old = try await select(
            """
            (concept.status = 'superseded' OR concept.status = 'retired' AND EXISTS (SELECT 1 FROM language_use
                WHERE language_use.place = concept.place AND language_use.concept = concept.number))
            """, order: " ORDER BY concept.number", in: store)
        var names: [Int: String] = [:]
        let successors = Array(Set(old.flatMap(\.successors))).sorted()
        for start in stride(from: 0, to: successors.count, by: 1_000) {
            let some = Array(successors[start..<min(start + 1_000, successors.count)])
            for kept in try await concepts(some, in: store) { names[kept.number] = kept.concept.id }
        }
        let stated = old.flatMap { kept in
            kept.successors.compactMap { names[$0] }.map { name in
                LensLinks.Stated(kept.concept.id, Mapping(kept.successors.count == 1 ? .exact : .narrow, name))
            }
        }
        return (stated, Dictionary(old.map { ($0.concept.id, $0.concept.broader) }) { first, _ in first })
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
