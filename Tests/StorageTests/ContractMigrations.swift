import Storage
import Testing

private let notes = Migration(2, "notes", "CREATE TABLE note (place TEXT NOT NULL, PRIMARY KEY (place)) STRICT")

extension Promise {
    static let migrations: [Promise] = [
        Promise("migrations are applied once, in order of their numbers") { database async throws in
            let index = Migration(3, "index", "CREATE INDEX note_place ON note (place)")
            try await database.migrate([index, notes, outcomes])
            try await database.migrate([outcomes, notes, index])
            let names = try await database.rows("SELECT name FROM migration ORDER BY number") {
                try $0.column(0, as: String.self)
            }
            #expect(names == ["outcomes", "notes", "index"])
        },
        Promise("a migration that fails leaves nothing of itself") { database async throws in
            let broken = Migration(3, "broken", "CREATE TABLE a (place TEXT PRIMARY KEY) STRICT; CREATE TABLE nonsense")
            #expect(await failure { try await database.migrate([outcomes, notes, broken]) }?.code == "STO-013")
            #expect(await failure { _ = try await database.rows("SELECT * FROM a") }?.code == "STO-013")
            #expect(try await database.rows("SELECT * FROM note") == [])
            try await database.migrate([outcomes, notes])
        },
        Promise("a store of a newer program is refused") { database async throws in
            try await database.migrate([outcomes, notes])
            #expect(await failure { try await database.migrate([outcomes]) } == .newer(migration: 2))
            #expect(await failure { try await database.migrate([]) } == .newer(migration: 1))
        },
        Promise("a migration that was changed after it was applied is refused") { database async throws in
            let edited = Migration(1, "outcomes", outcomes.sql + " ")
            let error = await failure { try await database.migrate([edited, notes]) }
            #expect(error == .migration(number: 1, detail: "it was changed after it was applied"))
            #expect(await failure { _ = try await database.rows("SELECT * FROM note") }?.code == "STO-013")
        },
        Promise("a migration that comes too late, or a number used twice, is refused") { database async throws in
            let third = Migration(3, "third", "CREATE INDEX third ON outcome (place)")
            try await database.migrate([outcomes, third])
            let late = await failure { try await database.migrate([outcomes, notes, third]) }
            #expect(late == .migration(number: 2, detail: "number 3 was applied before it"))
            let twice = Migration(3, "other", "")
            let double = await failure { try await database.migrate([outcomes, third, twice]) }
            #expect(double == .migration(number: 3, detail: "two migrations have this number"))
        },
        Promise("tables that keep the rules have no problems") { database async throws in
            try await database.migrate([outcomes, notes])
            #expect(try await database.schemaProblems() == [])
        },
        Promise("every key that does not begin with the place is found") { database async throws in
            try await database.transaction { transaction in
                try await transaction.script(
                    """
                    CREATE TABLE a_fine (place TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (place, id)) STRICT;
                    CREATE UNIQUE INDEX a_part ON a_fine (id, place);
                    CREATE TABLE b_key (place TEXT NOT NULL, id INTEGER PRIMARY KEY) STRICT;
                    CREATE TABLE c_none (place TEXT NOT NULL, id INTEGER) STRICT;
                    CREATE TABLE d_title (place TEXT NOT NULL PRIMARY KEY, title TEXT, UNIQUE (title, place)) STRICT;
                    CREATE TABLE e_placeless (id INTEGER PRIMARY KEY) STRICT;
                    CREATE TABLE f_points (
                        place TEXT NOT NULL, id INTEGER NOT NULL, other INTEGER NOT NULL REFERENCES b_key (id),
                        PRIMARY KEY (place, id),
                        FOREIGN KEY (other, place) REFERENCES a_fine (id, place),
                        FOREIGN KEY (place, other) REFERENCES a_fine
                    ) STRICT;
                    CREATE TABLE g_maybe (place INTEGER NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (place, id)) STRICT;
                    CREATE UNIQUE INDEX g_upper ON g_maybe (abs(place));
                    """)
            }
            let problems = try await database.schemaProblems().map(\.description).sorted()
            #expect(
                problems == [
                    "a_fine: the unique key of id, place does not begin with place",
                    "b_key: the primary key does not begin with place",
                    "c_none: the primary key does not begin with place",
                    "d_title: the unique key of title, place does not begin with place",
                    "e_placeless: there is no column place",
                    "f_points: the foreign key to a_fine does not begin with place",
                    "f_points: the foreign key to b_key does not begin with place",
                    "g_maybe: place is not TEXT NOT NULL",
                    "g_maybe: the unique key of an expression does not begin with place",
                ])
        },
    ]
}
