import Storage
import Testing

extension Promise {
    static let statements: [Promise] = [
        Promise("a change says how many rows it changed") { database async throws in
            #expect(try await database.execute([insert(1), insert(2), insert(3)]) == [1, 1, 1])
            #expect(try await database.execute("UPDATE outcome SET note = 'x' WHERE place = \(place) AND id > 1") == 2)
            #expect(try await database.execute("DELETE FROM outcome WHERE place = \("nowhere")") == 0)
            #expect(try await database.execute("DELETE FROM outcome WHERE place = \(place)") == 3)
        },
        Promise("statements given together are done all or none") { database async throws in
            let error = await failure { try await database.execute([insert(1), insert(2), insert(1)]) }
            #expect(error?.constraint == .unique)
            #expect(try await database.outcomeIDs() == [])
        },
        Promise("a statement inside another brings its values along") { database async throws in
            try await database.execute([insert(1), insert(2), insert(3)])
            let condition: SQL = "place = \(place) AND id > \(1)"
            let statement: SQL = "SELECT id FROM outcome WHERE id < \(3) AND \(condition) AND title <> \("")"
            #expect(statement.text(placeholder: "$").contains("id < $1 AND place = $2 AND id > $3 AND title <> $4"))
            let found = try await database.rows(statement) { try $0.column(0, as: Int.self) }
            #expect(found == [2])
        },
        Promise("each broken rule has its name") { database async throws in
            try await database.execute(insert(1, "one"))
            let broken: [(SQL, StorageError.Constraint)] = [
                (insert(1, "two"), .unique), (insert(2, "one"), .unique), (insert(2, ""), .check),
                ("INSERT INTO outcome (place, id, title) VALUES (\(place), \(2), \(String?.none))", .notNull),
                ("INSERT INTO outcome (place, id, title) VALUES (\(place), \("two"), 'two')", .type),
                ("INSERT INTO indicator (place, id, outcome) VALUES (\(place), 1, 9)", .foreignKey),
            ]
            for (statement, kind) in broken {
                #expect(await failure { try await database.execute(statement) }?.constraint == kind)
                let inside = await failure {
                    try await database.transaction { transaction in try await transaction.execute(statement) }
                }
                #expect(inside?.constraint == kind)
            }
            #expect(try await database.outcomeIDs() == [1])
        },
        Promise("a read can't change anything") { database async throws in
            #expect(await failure { _ = try await database.rows(insert(1)) } == .readOnly)
            #expect(await failure { _ = try await database.rows("DROP TABLE outcome") } == .readOnly)
            #expect(try await database.outcomeIDs() == [])
        },
        Promise("a wrong statement is told apart from a wrong value") { database async throws in
            let wrong: [SQL] = [
                "SELEC 1", "SELECT * FROM nothing", "SELECT nothing FROM outcome", "", "   ", "-- nothing",
                "SELECT 1; SELECT 2", "SELECT ?", "SELECT ?1", "SELECT \"leeds\"",
            ]
            for statement in wrong {
                let error = await failure { _ = try await database.rows(statement) }
                #expect(error?.code == "STO-013", "\(statement.text())")
            }
            #expect(try await database.rows("SELECT 1 ; \n ").count == 1)
        },
        Promise("a hundred thousand rows go in and out") { database async throws in
            try await database.transaction { transaction in
                for start in stride(from: 0, to: 100_000, by: 1000) {
                    try await transaction.execute((start..<start + 1000).map { insert($0) })
                }
            }
            let ids = try await database.outcomeIDs()
            #expect(ids == Array(0..<100_000))
        },
        Promise("rows that are added together are all there, with what is missing in them") { database async throws in
            var rows = NewRows(into: "outcome", ["place", "id", "title", "note"])
            for id in 0..<25_000 {
                rows.add(place.stored, id.stored, "Title \(id) “,{}\\\"".stored, id % 3 == 0 ? .null : "n".stored)
            }
            try await database.insert(rows)
            let ids = try await database.outcomeIDs()
            #expect(ids == Array(0..<25_000))
            let odd = try await database.rows(
                "SELECT title FROM outcome WHERE place = \(place) AND id = \(24_999) AND note IS NULL"
            ) { try $0.column(0, as: String.self) }
            #expect(odd == ["Title 24999 “,{}\\\""])
            try await database.insert(NewRows(into: "outcome", ["place", "id", "title"]))
        },
        Promise("rows that are added together are added all or none") { database async throws in
            try await database.execute(insert(7))
            var rows = NewRows(into: "outcome", ["place", "id", "title", "note"])
            for id in 5..<10 { rows.add(place.stored, id.stored, "Another \(id)".stored, .null) }
            #expect(await failure { try await database.insert(rows) }?.constraint == .unique)
            #expect(try await database.outcomeIDs() == [7])
            var known = NewRows(into: "outcome", ["place", "id", "title"], leavesKnown: true)
            for id in 5..<10 { known.add(place.stored, id.stored, "Another \(id)".stored) }
            try await database.insert(known)
            #expect(try await database.outcomeIDs() == Array(5..<10))
            var wrong = NewRows(into: "outcome", ["place", "id", "title"])
            wrong.add(place.stored, 11.stored, "a\u{0}b".stored)
            #expect(await failure { try await database.insert(wrong) } == .unstorable)
        },
        Promise("nothing is answered once the store is closed") { database async throws in
            await database.close()
            #expect(await failure { _ = try await database.outcomeIDs() } == .closed)
            #expect(await failure { try await database.execute(insert(1)) } == .closed)
            #expect(await failure { try await database.transaction { _ in } } == .closed)
            await database.close()
        },
        Promise("a sound store has no damage") { database async throws in
            try await database.execute(insert(1))
            #expect(try await database.damage() == [])
        },
    ]
}
