package import Storage

/// What concepts once said of others and say no more, so that a day is looked up and not searched for.
package enum PastLinksMigration {
    /// Each row follows from two versions of a concept: until when it named another one as wider, or as what it is mapped to. The index
    /// leads to the few concepts in whose place others are used.
    package static let migration = Migration(
        28, "links of the past",
        """
        CREATE TABLE concept_past_link (
            place TEXT NOT NULL,
            target TEXT NOT NULL,
            until INTEGER NOT NULL,
            concept INTEGER NOT NULL,
            PRIMARY KEY (place, target, until, concept)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX concept_superseded ON concept (place, number) WHERE status = 'superseded';
        """, audit: [.passing("concept_past_link")])

    /// Reads the links out of all versions that there are. A name with a character that PostgreSQL can't keep leads nowhere anyway.
    package static let filled = Migration(
        29, "links of versions replaced", fill(from: sqlite),
        postgres: fill(from: postgres))

    /// How a driver reads the names in a version: a name from each row.
    private struct Names: Sendable {
        let rows: @Sendable (_ version: String) -> String
        let name: @Sendable (_ row: String) -> String
    }

    private static let sqlite = (
        broader: Names(rows: { "json_each(\($0), '$.broader')" }, name: { "\($0).value" }),
        mapped: Names(rows: { "json_each(\($0), '$.mappings')" }, name: { "json_extract(\($0).value, '$[1]')" })
    )

    private static let postgres = (
        broader: Names(
            rows: { "json_array_elements_text(\(readable($0)) -> 'broader')" }, name: { "\($0).value" }),
        mapped: Names(rows: { "json_array_elements(\(readable($0)) -> 'mappings')" }, name: { "\($0).value ->> 1" })
    )

    @Sendable private static func readable(_ body: String) -> String {
        "CAST(CASE WHEN position('\\u0000' IN \(body)) > 0 THEN '{}' ELSE \(body) END AS json)"
    }

    private static func fill(from names: (broader: Names, mapped: Names)) -> String {
        """
        INSERT INTO concept_past_link (place, target, until, concept)
        \(ended(names.broader, while: { "\($0).status IN ('proposed', 'adopted')" }))
        UNION
        \(ended(names.mapped, while: { _ in "1 = 1" }));
        """
    }

    /// What a version named, as far as that counted, and the next one does not.
    private static func ended(_ names: Names, while counts: (_ version: String) -> String) -> String {
        """
        SELECT past.place, \(names.name("link")), newer.since, past.concept
        FROM concept_version AS past
        JOIN concept_version AS newer ON newer.place = past.place AND newer.concept = past.concept
            AND newer.version = past.version + 1
        CROSS JOIN \(names.rows("past.body")) AS link
        WHERE \(counts("past")) AND \(names.name("link")) IS NOT NULL AND NOT (\(counts("newer")) AND EXISTS (
            SELECT 1 FROM \(names.rows("newer.body")) AS kept WHERE \(names.name("kept")) = \(names.name("link"))))
        """
    }
}
