import Storage
import Testing

/// Where the languages of databases differ, and what stores may rely on all the same.
extension Promise {
    static let language: [Promise] = [
        Promise("text sorts by its bytes, whatever the language of the server") { database async throws in
            let titles = ["a", "B", "b", "A", "é", "Z", "-x", "_", "10", "9", "ŵ", "😀", "\u{FFFD}", "a b", "ab"]
            for (index, title) in titles.enumerated() { try await database.execute(insert(index, title)) }
            let found = try await database.rows("SELECT title FROM outcome ORDER BY title") {
                try $0.column(0, as: String.self)
            }
            #expect(found == titles.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) })
            let after = try await database.rows("SELECT title FROM outcome WHERE title > \("Z") AND title < \("b")") {
                try $0.column(0, as: String.self)
            }
            #expect(Set(after) == ["_", "a", "a b", "ab"])
        },
        Promise("small letters of a column are those of ASCII only") { database async throws in
            try await database.execute(insert(1, "ŴYTH Ïs 8"))
            let found = try await database.first("SELECT lower(title) FROM outcome") {
                try $0.column(0, as: String.self)
            }
            #expect(found == "Ŵyth Ïs 8")
        },
        Promise("two missing values in a unique key don't clash, and sort where they are told to") {
            database async throws in
            try await database.transaction { transaction in
                try await transaction.script(
                    """
                    CREATE TABLE badge (
                        place TEXT NOT NULL, id INTEGER NOT NULL, code TEXT, PRIMARY KEY (place, id), UNIQUE (place, code)
                    ) STRICT
                    """)
            }
            for (id, code) in [(1, String?.none), (2, nil), (3, "x")] {
                try await database.execute("INSERT INTO badge (place, id, code) VALUES (\(place), \(id), \(code))")
            }
            let first = try await database.rows("SELECT id FROM badge ORDER BY code NULLS FIRST, id") {
                try $0.column(0, as: Int.self)
            }
            let last = try await database.rows("SELECT id FROM badge ORDER BY code DESC NULLS LAST, id DESC") {
                try $0.column(0, as: Int.self)
            }
            #expect(first == [1, 2, 3])
            #expect(last == [3, 2, 1])
        },
        Promise("a clash that is expected is answered as the statement says") { database async throws in
            let add: SQL = """
                INSERT INTO outcome (place, id, title) VALUES (\(place), 1, 'one') ON CONFLICT (place, id) DO NOTHING
                """
            #expect(try await database.execute(add) == 1)
            #expect(try await database.execute(add) == 0)
            try await database.execute(
                """
                INSERT INTO outcome (place, id, title, note) VALUES (\(place), 1, 'two', 'new')
                ON CONFLICT (place, id) DO UPDATE SET title = outcome.title || ' and ' || excluded.title, note = \("x")
                """)
            let row = try await database.rows("SELECT title, note FROM outcome")
            #expect(row == [Row(values: [.text("one and two"), .text("x")])])
        },
        Promise("a number that grows beyond 64 bits is an error, never another number") { database async throws in
            try await database.execute(insert(.max))
            for statement: SQL in [
                "SELECT id + 1 FROM outcome",
                "SELECT sum(id) FROM (SELECT id FROM outcome UNION ALL SELECT id FROM outcome) x",
                "SELECT id * \(2) FROM outcome",
            ] {
                #expect(await failure { _ = try await database.rows(statement) } != nil, "\(statement.text())")
            }
        },
        Promise("a division of whole numbers is cut towards zero, and a sum of them is whole") {
            database async throws in
            for number in [7, -7, 12_345_678_901_234] { try await database.execute(insert(number)) }
            let row = try await database.rows(
                "SELECT sum(id), min(id) / \(2), max(id) % \(1000), count(*), sum(id) - sum(id) FROM outcome")
            #expect(row.first?.values == [12_345_678_901_234, -3, 234, 3, 0].map(SQL.Value.integer))
            let none = try await database.rows("SELECT sum(id), max(title) FROM outcome WHERE id = 0")
            #expect(none == [Row(values: [.null, .null])])
        },
        Promise("values stand wherever a statement takes one") { database async throws in
            for number in 0..<10 { try await database.execute(insert(number)) }
            let page = try await database.rows("SELECT id FROM outcome ORDER BY id LIMIT \(3) OFFSET \(4)") {
                try $0.column(0, as: Int.self)
            }
            #expect(page == [4, 5, 6])
            let row = try await database.rows(
                """
                SELECT \(7), \("text"), \([1, 2] as [UInt8]), \(String?.none), \(7) + \(1), coalesce(note, \("none")),
                    CASE WHEN id = \(3) THEN \("three") ELSE \("other") END, id = \(3), id IN (\(2), \(3))
                FROM outcome WHERE id = \(3)
                """)
            #expect(
                row.first?.values == [
                    .integer(7), .text("text"), .bytes([1, 2]), .null, .integer(8), .text("none"), .text("three"),
                    .integer(1), .integer(1),
                ])
        },
        Promise("the same statement takes a value now and none the next time") { database async throws in
            try await database.execute(insert(1))
            for note: String? in ["x", nil, "y", nil] {
                try await database.execute("UPDATE outcome SET note = \(note), picture = \([UInt8]?.none) WHERE id = 1")
                let found = try await database.first("SELECT note FROM outcome") { try $0.column(0, as: String?.self) }
                #expect(found == .some(note))
            }
        },
        Promise("as many values as one statement may bring, and no more") { database async throws in
            func list(_ count: Int) -> SQL {
                let list = SQL(joining: (0..<count).map { "\($0)" })
                return "SELECT count(*) FROM outcome WHERE id IN (\(list))"
            }
            try await database.execute([insert(1), insert(40_000)])
            #expect(try await database.rows(list(SQL.mostValues)) == [Row(values: [.integer(1)])])
            #expect(await failure { _ = try await database.rows(list(SQL.mostValues + 1)) } == .tooLarge)
        },
        Promise("25 MB go in and out in one piece") { database async throws in
            let bytes = (0..<25_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            try await database.execute(
                "INSERT INTO outcome (place, id, title, picture) VALUES (\(place), 1, 'large', \(bytes))")
            let found = try await database.first("SELECT picture FROM outcome") { try $0.column(0, as: [UInt8].self) }
            #expect(found == bytes)
        },
        Promise("a value above 100 MB is refused") { database async throws in
            let error = await failure {
                _ = try await database.rows("SELECT \([UInt8](repeating: 0, count: 101 << 20))")
            }
            #expect(error == .tooLarge)
        },
    ]
}

extension SQL {
    /// The parts with commas between them.
    fileprivate init(joining parts: [SQL]) {
        // Halves of halves: adding one part at a time would copy all that went before.
        guard parts.count > 1 else {
            self = parts.first ?? ""
            return
        }
        let middle = parts.count / 2
        self = "\(SQL(joining: Array(parts[..<middle]))), \(SQL(joining: Array(parts[middle...])))"
    }
}
