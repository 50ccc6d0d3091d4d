import CanonicalJSON
import FoundationEssentials
import Storage
import Testing

private let kept = AuditMigration.migration

/// Rules for the tables of the contract, as a feature gives them beside its own.
private let rules = Migration(
    12, "rules", "CREATE TABLE passing (place TEXT NOT NULL, PRIMARY KEY (place)) STRICT",
    audit: [AuditRule("outcome", hidden: ["note"], unwatched: ["picture"]), .passing("passing")])

private let anna = Author(
    .person, id: "anna", organisation: "alder", client: "192.0.2.7", action: "POST /x", request: "r-1")
private let ben = Author(.person, id: "ben", client: "192.0.2.8", action: "POST /y")

private struct Entry: Equatable {
    let number: Int
    let actor: String?
    let table: String
    let key: String
    let operation: String
    let before: String?
    let after: String?
}

private func entries(of store: any Reading) async throws(StorageError) -> [Entry] {
    try await store.rows(
        """
        SELECT number, actor, table_name, row_key, operation, before, after FROM audit
        WHERE operation <> 'sealed' ORDER BY place, number
        """
    ) { row in
        Entry(
            number: try row.column(0), actor: try row.column(1), table: try row.column(2), key: try row.column(3),
            operation: try row.column(4), before: try tidy(row.column(5)), after: try tidy(row.column(6)))
    }
}

/// The databases write the same values in another order and with other spaces between them.
private func tidy(_ json: String?) throws -> String? { try json.map { try JSON(parsing: $0).canonicalText } }

private func add(_ id: Int, _ title: String, note: String? = nil, to place: String = "leeds") -> SQL {
    "INSERT INTO outcome (place, id, title, note) VALUES (\(place), \(id), \(title), \(note))"
}

extension Promise {
    static let trail: [Promise] = [
        Promise("each change stands in the trail, with who made it and both of its sides") { database async throws in
            try await database.migrate([outcomes, kept])
            try await Author.$current.withValue(anna) {
                try await database.execute(add(1, "Fewer"))
                try await database.transaction { transaction in
                    try await transaction.execute("UPDATE outcome SET title = 'More' WHERE id = 1")
                    try await transaction.execute("UPDATE outcome SET title = 'More' WHERE id = 1")
                    try await transaction.execute("DELETE FROM outcome WHERE place = 'leeds'")
                }
            }
            #expect(
                try await entries(of: database) == [
                    Entry(
                        number: 1, actor: "anna", table: "outcome", key: "1", operation: "added", before: nil,
                        after: #"{"id":1,"place":"leeds","title":"Fewer"}"#),
                    Entry(
                        number: 2, actor: "anna", table: "outcome", key: "1", operation: "changed",
                        before: #"{"title":"Fewer"}"#, after: #"{"title":"More"}"#),
                    Entry(
                        number: 3, actor: "anna", table: "outcome", key: "1", operation: "removed",
                        before: #"{"id":1,"place":"leeds","title":"More"}"#, after: nil),
                ])
            let whole = try await database.first(
                "SELECT kind, organisation, client, action, request, moment > 1700000000000 FROM audit WHERE number = 1"
            ) { row in
                (0..<5).map { column in (try? row.column(column, as: String.self)) ?? "" }
            }
            #expect(whole == ["person", "alder", "192.0.2.7", "POST /x", "r-1"])
        },
        Promise("what was undone leaves nothing in the trail") { database async throws in
            try await database.migrate([outcomes, kept])
            _ = await failure {
                try await database.transaction { transaction in
                    try await transaction.execute(add(1, "Fewer"))
                    throw StorageError.busy
                }
            }
            #expect(await failure { try await database.execute([add(2, "More"), add(3, "")]) } != nil)
            try await database.execute(add(4, "Less"))
            #expect(try await entries(of: database).map(\.key) == ["4"])
        },
        Promise("writes that share a commit keep their own authors") { database async throws in
            try await database.migrate([outcomes, kept])
            await withTaskGroup { group in
                for number in 0..<60 {
                    group.addTask {
                        await Author.$current.withValue(number.isMultiple(of: 2) ? anna : ben) {
                            // Every sixth one is refused.
                            let title = number.isMultiple(of: 6) ? "" : "Outcome \(number)"
                            _ = await failure { try await database.execute(add(number, title)) }
                        }
                    }
                }
            }
            let all = try await entries(of: database)
            #expect(all.map(\.number) == Array(1...50))
            #expect(all.allSatisfy { $0.actor == ((Int($0.key) ?? 0).isMultiple(of: 2) ? "anna" : "ben") })
            #expect(Set(all.map(\.key)) == Set((0..<60).filter { !$0.isMultiple(of: 6) }.map(String.init)))
        },
        Promise("each place has a trail of its own, counted without gaps") { database async throws in
            try await database.migrate([outcomes, kept])
            try await database.at("leeds").execute(add(1, "A"))
            try await database.at("york").execute(add(1, "B", to: "york"))
            try await database.at("leeds").execute(add(2, "C"))
            let numbers = try await database.rows("SELECT place, number FROM audit ORDER BY place, number") { row in
                "\(try row.column(0, as: String.self)) \(try row.column(1, as: Int.self))"
            }
            #expect(numbers == ["leeds 1", "leeds 2", "york 1"])
        },
        Promise("hidden values stay out of the trail, and unwatched changes and passing tables leave none") {
            database async throws in
            try await database.migrate([outcomes, kept, rules])
            try await database.execute(add(1, "Fewer", note: "secret"))
            try await database.execute("UPDATE outcome SET picture = \([UInt8]([1, 2, 3]))")
            try await database.execute("UPDATE outcome SET note = 'another secret'")
            try await database.execute("INSERT INTO passing (place) VALUES ('leeds')")
            let all = try await entries(of: database)
            #expect(all.map(\.operation) == ["added", "changed"])
            #expect(all.last?.before == #"{"note":"(not kept)"}"#)
            #expect(!all.contains { "\($0)".contains("secret") })
        },
        Promise("long values are kept as their length") { database async throws in
            try await database.migrate([outcomes, kept])
            let picture = [UInt8](repeating: 7, count: 4_000)
            try await database.execute(
                """
                INSERT INTO outcome (place, id, title, picture)
                VALUES ('leeds', 1, \(String(repeating: "é", count: 2_000)), \(picture))
                """)
            let after = try await entries(of: database).first?.after
            #expect(after?.contains("(4000 bytes)") == true)
            #expect((after?.utf8.count ?? 0) < 200)
        },
        Promise("entries older than six years go, but for the newest one of a row that is still there") {
            database async throws in
            try await database.migrate([outcomes, kept])
            let years = Double(AuditMigration.keptFor) / 1000
            let long = Date().addingTimeInterval(-years - 86_400)
            let old = [(1, "a", "added"), (2, "a", "changed"), (3, "b", "added"), (4, "b", "removed")]
            let young = [(5, "c", "added"), (6, "c", "changed")]
            for (number, row, operation) in old + young {
                let moment = number < 5 ? long : Date()
                try await database.execute(
                    """
                    INSERT INTO audit (place, number, moment, kind, client, action, request, table_name, row_key, operation)
                    VALUES ('leeds', \(number), \(moment), 'server', '', '', '', 'outcome', \(row), \(operation))
                    """)
            }
            let limit = Date().addingTimeInterval(-years - 60)
            let gone = try await database.at("leeds").transaction { transaction in
                try await AuditMigration.forget(before: limit, in: "leeds", transaction)
            }
            #expect(gone == 3)
            let left = try await database.rows("SELECT number FROM audit WHERE row_key <> '' ORDER BY number") {
                try $0.column(0, as: Int.self)
            }
            #expect(left == [2, 5, 6])
        },
        Promise("the trail only grows, for six years") { database async throws in
            try await database.migrate([outcomes, kept])
            try await database.execute(add(1, "Fewer"))
            #expect(await failure { try await database.execute("UPDATE audit SET actor = 'nobody'") } != nil)
            #expect(await failure { try await database.execute("DELETE FROM audit") } != nil)
            #expect(try await entries(of: database).count == 1)
        },
        Promise("a whole store can be moved without a trail of the move") { database async throws in
            try await database.migrate([outcomes, kept])
            try await Author.$current.withValue(.unrecorded) {
                try await database.execute(add(1, "Fewer"))
                try await database.transaction { try await $0.execute(add(2, "More")) }
            }
            #expect(try await entries(of: database) == [])
            try await database.execute(add(3, "Less"))
            #expect(try await entries(of: database).map(\.key) == ["3"])
        },
        Promise("what goes because something else goes stands in the trail too") { database async throws in
            let parts = Migration(
                13, "parts",
                """
                CREATE TABLE part (
                    place TEXT NOT NULL, outcome INTEGER NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (place, outcome, number),
                    FOREIGN KEY (place, outcome) REFERENCES outcome (place, id) ON DELETE CASCADE
                ) STRICT
                """)
            try await database.migrate([outcomes, kept, parts])
            try await database.execute([
                add(1, "Fewer"), "INSERT INTO part (place, outcome, number) VALUES ('leeds', 1, 7)",
            ])
            try await database.execute("DELETE FROM outcome")
            let all = try await entries(of: database).map { "\($0.table) \($0.key) \($0.operation)" }
            #expect(Set(all.suffix(2)) == ["outcome 1 removed", "part 1/7 removed"])
        },
    ]
}
