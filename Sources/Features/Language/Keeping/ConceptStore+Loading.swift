import Storage
import Vocabulary

/// What a load asks before it writes.
extension ConceptStore {
    /// All of a scheme, whatever became of them, in the order of their numbers.
    func all(
        of scheme: Int, after number: Int, most: Int, in store: any Reading
    ) async throws(StorageError) -> [KeptConcept] {
        // Worked out, so that a database which knows nothing of its tables doesn't sort the whole scheme for each portion.
        try await select(
            "concept.scheme + 0 = \(scheme) AND concept.number > \(number)",
            order: " ORDER BY concept.number LIMIT \(most)", in: store)
    }

    /// How many links of the more frequent kind there are.
    func mostLinks(in store: any Reading) async throws(StorageError) -> Int {
        let counts = try await store.rows(
            """
            SELECT count(*) FROM concept_mapping WHERE place = \(place)
            UNION ALL SELECT count(*) FROM concept_broader WHERE place = \(place)
            """
        ) { try $0.column(0, as: Int.self) }
        return counts.max() ?? 0
    }

    /// The same for the lists of one organisation, those included that are out of use.
    func mostLinks(ofListsOf organisation: String, in store: any Reading) async throws(StorageError) -> Int {
        func count(_ table: SQL) -> SQL {
            """
            SELECT count(*) FROM language_scheme CROSS JOIN concept CROSS JOIN \(table) AS link
            WHERE language_scheme.place = \(place) AND language_scheme.organisation = \(organisation)
                AND concept.place = \(place) AND concept.scheme = language_scheme.number
                AND link.place = \(place) AND link.concept = concept.number
            """
        }
        let counts = try await store.rows(
            SQL(list: [count("concept_mapping"), count("concept_broader")], separator: " UNION ALL ")
        ) { try $0.column(0, as: Int.self) }
        return counts.max() ?? 0
    }

    /// How many lists an organisation has, those included that are coming.
    func lists(of organisation: String, in store: any Reading) async throws(StorageError) -> (inUse: Int, all: Int) {
        try await store.first(
            """
            SELECT count(CASE WHEN retired = 0 THEN 1 END), count(*) FROM language_scheme
            WHERE place = \(place) AND organisation = \(organisation)
            """
        ) { (inUse: try $0.column(0), all: try $0.column(1)) } ?? (0, 0)
    }

    /// Which of these names are of concepts that are here.
    func numbers(named ids: [String], in store: any Reading) async throws(StorageError) -> [String] {
        guard !ids.isEmpty else { return [] }
        return try await store.rows(
            """
            WITH wanted (id) AS (VALUES \(SQL(list: ids.map { "(\($0))" })))
            SELECT id FROM wanted WHERE (SELECT count(*) FROM concept
                WHERE concept.place = \(place) AND concept.id = wanted.id AND \(Self.isHere)) > 0
            ORDER BY id
            """
        ) { try $0.column(0) }
    }
}
