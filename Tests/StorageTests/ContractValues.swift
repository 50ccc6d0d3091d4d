import FoundationEssentials
import Storage
import Testing

extension Promise {
    static let values: [Promise] = [
        Promise("text comes back as it was, whatever it holds") { database async throws in
            let texts = [
                "", " ", "Ŵyth o'r gloch", "line\nbreak\r\n\ttab", "👩‍👩‍👧‍👦 \u{200F}עברית", "e\u{301}", "\u{FEFF}mark",
                String(repeating: "long ", count: 100_000),
            ]
            for (index, text) in texts.enumerated() {
                try await database.execute(insert(index))
                try await database.execute("UPDATE outcome SET note = \(text) WHERE place = \(place) AND id = \(index)")
                let found = try await database.first(
                    "SELECT note FROM outcome WHERE place = \(place) AND id = \(index)"
                ) { try $0.column(0, as: String.self) }
                #expect(found.map { Array($0.utf8) } == Array(text.utf8))
            }
        },
        Promise("text that tries to be a statement is only text") { database async throws in
            let attempts = [
                "'; DROP TABLE outcome; --", "' OR '1'='1", "\") OR 1=1 --", "?1", "$1", ":name", "@name", "%' OR 1",
                "\\'; DELETE FROM outcome; /*", "*/ UNION SELECT sql FROM sqlite_schema --", "\u{2019} OR 1=1",
            ]
            for (index, text) in attempts.enumerated() { try await database.execute(insert(index, text)) }
            for (index, text) in attempts.enumerated() {
                let found = try await database.rows("SELECT id FROM outcome WHERE place = \(place) AND title = \(text)")
                { try $0.column(0, as: Int.self) }
                #expect(found == [index])
            }
            #expect(try await database.outcomeIDs().count == attempts.count)
        },
        Promise("text with a zero character is refused") { database async throws in
            #expect(await failure { try await database.execute(insert(1, "a\0b")) } == .unstorable)
            #expect(await failure { _ = try await database.rows("SELECT \("\0")") } == .unstorable)
            #expect(try await database.outcomeIDs() == [])
        },
        Promise("bytes come back as they were") { database async throws in
            for (index, bytes) in [[], [0], Array(0...255), [UInt8](repeating: 7, count: 5_000_000)].enumerated() {
                try await database.execute(
                    """
                    INSERT INTO outcome (place, id, title, picture) VALUES (\(place), \(index), \("t\(index)"), \(bytes))
                    """)
                let found = try await database.first(
                    "SELECT picture FROM outcome WHERE place = \(place) AND id = \(index)"
                ) { try $0.column(0, as: [UInt8].self) }
                #expect(found == bytes)
            }
        },
        Promise("whole numbers come back from one end to the other") { database async throws in
            for number in [0, 1, -1, Int.max, .min, 1 << 53 + 1] {
                try await database.execute(insert(number))
            }
            #expect(try await database.outcomeIDs() == [.min, -1, 0, 1, 1 << 53 + 1, .max])
        },
        Promise("missing, true and false, moments and choices come back as such") { database async throws in
            enum Side: String { case provider, commissioner }
            let moment = Date(timeIntervalSince1970: 1_774_915_200.123)
            try await database.execute(insert(1))
            try await database.execute("UPDATE outcome SET note = \(Side.provider) WHERE place = \(place)")
            let row = try #require(
                try await database.rows(
                    """
                    SELECT note, picture, id = 1, id = 2, id + \(moment) - 1, id + \(Date.distantFuture) * 0
                    FROM outcome WHERE place = \(place)
                    """
                ).first)
            #expect(try row.column(0, as: Side.self) == .provider)
            #expect(try row.column(1, as: [UInt8]?.self) == nil)
            #expect(try row.column(2, as: Bool.self))
            #expect(try row.column(3, as: Bool.self) == false)
            #expect(try row.column(4, as: Date.self) == moment)
            #expect(try row.column(4, as: Date?.self) == moment)
        },
        Promise("a column that holds something else than wanted is an error, never a guess") { database async throws in
            enum Side: String { case provider }
            try await database.execute(insert(7, "12"))
            let row = try #require(try await database.rows("SELECT id, title, note FROM outcome").first)
            #expect(throws: StorageError.column(0, wanted: "String", found: "a whole number")) {
                try row.column(0, as: String.self)
            }
            #expect(throws: StorageError.column(1, wanted: "Int", found: "text")) { try row.column(1, as: Int.self) }
            #expect(throws: StorageError.column(2, wanted: "String", found: "null")) {
                try row.column(2, as: String.self)
            }
            #expect(throws: StorageError.column(0, wanted: "Bool", found: "a whole number")) {
                try row.column(0, as: Bool.self)
            }
            #expect(throws: StorageError.column(1, wanted: "Side", found: "12")) { try row.column(1, as: Side.self) }
            #expect(throws: StorageError.column(3, wanted: "Int", found: "no such column")) {
                try row.column(3, as: Int.self)
            }
            #expect(throws: StorageError.self) { try row.column(-1, as: Int.self) }
        },
        Promise("a number with a fraction is refused, since it may not be exact") { database async throws in
            let error = await failure { _ = try await database.rows("SELECT 0.5") }
            #expect(error == .column(0, wanted: "an exact value", found: "a number with a fraction"))
        },
    ]
}
