import CanonicalJSON
package import FoundationEssentials
package import Storage
package import Vocabulary

/// Every statement about concepts, their schemes and their versions.
package struct ConceptStore: Sendable {
    /// So many that are mapped to one name are looked at.
    private static let mostMapped = 20_000

    package let place: String

    package init(place: String) {
        self.place = place
    }

    package func schemes(in store: any Reading) async throws(StorageError) -> [KeptScheme] {
        try await store.rows(
            """
            SELECT number, body, edition, changed, organisation, retired FROM language_scheme
            WHERE place = \(place) AND \(Self.isSchemeHere) ORDER BY number
            """, Self.scheme)
    }

    package func scheme(_ number: Int, in store: any Reading) async throws(StorageError) -> KeptScheme? {
        try await store.first(
            """
            SELECT number, body, edition, changed, organisation, retired FROM language_scheme
            WHERE place = \(place) AND number = \(number) AND \(Self.isSchemeHere)
            """, Self.scheme)
    }

    package func concept(_ number: Int, in store: any Reading) async throws(StorageError) -> KeptConcept? {
        try await select("concept.number = \(number)", in: store).first
    }

    package func concept(named id: String, in store: any Reading) async throws(StorageError) -> KeptConcept? {
        try await select("concept.id = \(id)", in: store).first
    }

    /// Those of these names that are here, in no order; at most a few hundred names.
    package func concepts(named ids: [String], in store: any Reading) async throws(StorageError) -> [KeptConcept] {
        guard !ids.isEmpty else { return [] }
        return try await select("concept.id IN (\(list(ids)))", in: store)
    }

    package func concepts(_ numbers: [Int], in store: any Reading) async throws(StorageError) -> [KeptConcept] {
        guard !numbers.isEmpty else { return [] }
        return try await select("concept.number IN (\(list(numbers)))", in: store)
    }

    /// Those that lie at the top of a scheme, or directly under another one, by label.
    package func concepts(
        of scheme: Int, under wider: String?, withProposed: Bool, from skipped: Int, most: Int,
        in store: any Reading
    ) async throws(StorageError) -> [KeptConcept] {
        let below: SQL =
            wider.map { wider in
                """
                 AND EXISTS (SELECT 1 FROM concept_broader WHERE concept_broader.place = concept.place
                    AND concept_broader.wider = \(wider) AND concept_broader.concept = concept.number)
                """
            } ?? " AND concept.is_top = 1"
        let statuses: SQL = withProposed ? "('adopted', 'proposed')" : "('adopted')"
        return try await select(
            """
            concept.scheme = \(scheme) AND concept.status IN \(statuses)\(below)
            """, order: " ORDER BY concept.sort_key, concept.number LIMIT \(most) OFFSET \(skipped)", in: store)
    }

    /// All that hold of a scheme, in the order of their numbers; proposals are left out.
    package func adopted(
        of scheme: Int, after number: Int = 0, most: Int, in store: any Reading
    ) async throws(StorageError) -> [KeptConcept] {
        try await select(
            "concept.scheme = \(scheme) AND concept.status = 'adopted' AND concept.number > \(number)",
            order: " ORDER BY concept.number LIMIT \(most)", in: store)
    }

    package func count(of scheme: Int, in store: any Reading) async throws(StorageError) -> Int {
        try await store.first(
            """
            SELECT count(*) FROM concept
            WHERE place = \(place) AND scheme = \(scheme) AND status = 'adopted' AND \(Self.isHere)
            """
        ) { try $0.column(0) } ?? 0
    }

    /// How many concepts hold, by the number of their list.
    func counts(in store: any Reading) async throws(StorageError) -> [Int: Int] {
        let counts = try await store.rows(
            """
            SELECT scheme, count(*) FROM concept
            WHERE place = \(place) AND status = 'adopted' AND \(Self.isHere) GROUP BY scheme
            """
        ) { (try $0.column(0, as: Int.self), try $0.column(1, as: Int.self)) }
        return Dictionary(counts) { first, _ in first }
    }

    /// Those that wait to be adopted, the oldest first.
    package func proposed(most: Int, in store: any Reading) async throws(StorageError) -> [KeptConcept] {
        try await select("concept.status = 'proposed'", order: " ORDER BY concept.number LIMIT \(most)", in: store)
    }

    /// Those of lists in use that hold or are proposed and are mapped to a name, with how.
    ///
    /// - Parameter mostOfAList: how many of each list, so that none crowds out the others.
    package func mapped(
        to target: String, mostOfAList: Int, in store: any Reading
    ) async throws(StorageError) -> [(concept: Int, kind: Mapping.Kind)] {
        try await store.rows(
            """
            SELECT concept, kind FROM (
                SELECT mapped.concept, mapped.kind,
                    row_number() OVER (PARTITION BY concept.scheme ORDER BY mapped.concept, mapped.kind) AS standing
                FROM (SELECT place, concept, kind FROM concept_mapping
                    WHERE place = \(place) AND target = \(target)
                    ORDER BY concept, kind LIMIT \(Self.mostMapped)) AS mapped
                JOIN concept ON concept.place = mapped.place AND concept.number = mapped.concept
                WHERE concept.status IN ('adopted', 'proposed') AND \(Self.isHere) AND \(Self.isInUse)
            ) AS few WHERE standing <= \(mostOfAList) ORDER BY concept, kind LIMIT 200
            """
        ) { row in (concept: try row.column(0), kind: try row.column(1)) }
    }

    /// All versions without what they say, the newest first, each with the act that made it and who that was.
    package func history(
        of number: Int, in store: any Reading
    ) async throws(StorageError) -> [ConceptVersion] {
        try await store.rows(
            """
            SELECT concept_version.version, concept_version.status, concept_version.since, concept_version.reason,
                language_act.id, language_act.kind, language_act.author, language_act.created, language_act.undone,
                person.name
            FROM concept_version
            JOIN language_act ON language_act.place = concept_version.place AND language_act.id = concept_version.act
            LEFT JOIN person ON person.place = language_act.place AND person.id = language_act.author
            WHERE concept_version.place = \(place) AND concept_version.concept = \(number)
            ORDER BY concept_version.version DESC LIMIT 500
            """, ConceptVersion.init(row:))
    }

    func select(
        _ condition: SQL, order: SQL = "", withComing: Bool = false, in store: any Reading
    ) async throws(StorageError) -> [KeptConcept] {
        let isHere: SQL = withComing ? "" : " AND \(Self.isHere)"
        return try await store.rows(
            """
            SELECT concept.number, concept.scheme, concept.version, concept.status, concept_version.body,
                concept_version.successors, concept_version.since
            FROM concept
            JOIN concept_version ON concept_version.place = concept.place AND concept_version.concept = concept.number
                AND concept_version.version = concept.version
            WHERE concept.place = \(place) AND \(condition)\(isHere)\(order)
            """, Self.kept)
    }

    static func kept(_ row: Row) throws(StorageError) -> KeptConcept {
        KeptConcept(
            number: try row.column(0), scheme: try row.column(1), version: try row.column(2),
            status: try row.column(3), concept: try keptConcept(row, 4), successors: try keptNumbers(row, 5),
            since: try row.column(6))
    }

    private static func scheme(_ row: Row) throws(StorageError) -> KeptScheme {
        let text: String = try row.column(1)
        guard let json = try? JSON(parsing: text), let scheme = Scheme(json: json) else {
            throw .column(1, wanted: "a scheme", found: "other text")
        }
        return KeptScheme(
            number: try row.column(0), scheme: scheme, organisation: try row.column(4), edition: try row.column(2),
            changed: try row.column(3), isInUse: try row.column(5, as: Int.self) == 0)
    }
}

/// One version of a concept, for its history.
package struct ConceptVersion: Sendable, Equatable {
    package let version: Int
    package let status: KeptConcept.Status
    package let since: Date
    package let reason: String
    package let act: LanguageAct
    package let isUndone: Bool
    /// Of the person who did it; nil for the product itself and for whoever is no longer here.
    package private(set) var name: String?
    /// Whether it may be said who did it.
    package private(set) var isNamed = true

    /// The same for readers who are not to know who did it.
    var withoutNames: ConceptVersion {
        var version = self
        version.name = nil
        version.isNamed = false
        return version
    }

    init(row: Row) throws(StorageError) {
        version = try row.column(0)
        status = try row.column(1)
        since = try row.column(2)
        reason = try row.column(3)
        act = LanguageAct(
            id: try row.column(4), kind: try row.column(5), author: try row.column(6), created: try row.column(7))
        isUndone = try row.column(8, as: Date?.self) != nil
        name = try row.column(9)
    }
}

func keptConcept(_ row: Row, _ column: Int) throws(StorageError) -> Concept {
    let text: String = try row.column(column)
    guard let json = try? JSON(parsing: text), let concept = Concept(json: json) else {
        throw .column(column, wanted: "a concept", found: "other text")
    }
    return concept
}

func keptNumbers(_ row: Row, _ column: Int) throws(StorageError) -> [Int] {
    let text: String = try row.column(column)
    guard let list = (try? JSON(parsing: text))?.arrayValue else {
        throw .column(column, wanted: "a list of numbers", found: "other text")
    }
    return list.compactMap(\.integerValue)
}

/// Values of a list, each bound.
func list(_ values: [some Storable]) -> SQL {
    var list: SQL = ""
    for (position, value) in values.enumerated() { list = position == 0 ? "\(value)" : "\(list), \(value)" }
    return list
}

extension ConceptStore {
    /// All that lie directly under a concept and hold or are proposed, of whichever scheme.
    func under(_ id: String, in store: any Reading) async throws(StorageError) -> [KeptConcept] {
        let found = try await store.rows(
            """
            SELECT concept_broader.concept FROM concept_broader
            JOIN concept ON concept.place = concept_broader.place AND concept.number = concept_broader.concept
            WHERE concept_broader.place = \(place) AND concept_broader.wider = \(id) AND \(Self.isHere)
            ORDER BY concept_broader.concept LIMIT 5000
            """
        ) { try $0.column(0, as: Int.self) }
        return try await concepts(found, in: store)
    }
}

extension ConceptStore {
    /// All of the place that hold or are proposed, in the order of their numbers; those that are still coming too.
    func concepts(after number: Int, most: Int, in store: any Reading) async throws(StorageError) -> [KeptConcept] {
        try await select(
            "concept.number > \(number) AND concept.status IN ('adopted', 'proposed')",
            order: " ORDER BY concept.number LIMIT \(most)", withComing: true, in: store)
    }

    /// How many lie directly under each of these names.
    func countsUnder(_ ids: [String], in store: any Reading) async throws(StorageError) -> [String: Int] {
        guard !ids.isEmpty else { return [:] }
        let rows = try await store.rows(
            """
            SELECT concept_broader.wider, count(*) FROM concept_broader
            JOIN concept ON concept.place = concept_broader.place AND concept.number = concept_broader.concept
            WHERE concept_broader.place = \(place) AND concept_broader.wider IN (\(list(ids))) AND \(Self.isHere)
            GROUP BY concept_broader.wider
            """
        ) { row in (id: try row.column(0, as: String.self), count: try row.column(1, as: Int.self)) }
        return Dictionary(rows.map { ($0.id, $0.count) }) { first, _ in first }
    }

    /// Changes whenever something of a scheme does.
    func state(of scheme: Int, in store: any Reading) async throws(StorageError) -> String {
        try await store.first(
            """
            SELECT count(*), coalesce(sum(version), 0), (SELECT edition FROM language_scheme
                WHERE place = \(place) AND number = \(scheme))
            FROM concept WHERE place = \(place) AND scheme = \(scheme) AND \(Self.isHere)
            """
        ) { row in
            "\(try row.column(0, as: Int.self)) \(try row.column(1, as: Int.self)) \(try row.column(2, as: Int.self))"
        } ?? ""
    }
}
