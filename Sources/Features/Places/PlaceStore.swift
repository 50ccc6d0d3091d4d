package import FoundationEssentials
package import Storage

/// Every statement about places.
package struct PlaceStore: Sendable {
    package static let migration = Migration(
        2, "places",
        """
        CREATE TABLE place (
            place TEXT NOT NULL,
            name TEXT NOT NULL,
            made_up INTEGER NOT NULL CHECK (made_up IN (0, 1)),
            created INTEGER NOT NULL,
            PRIMARY KEY (place)
        ) STRICT;
        """)

    private let database: any Database

    package init(_ database: any Database) {
        self.database = database
    }

    package func all() async throws(StorageError) -> [Place] {
        try await database.rows("SELECT place, name, made_up FROM place ORDER BY place") { row in
            Place(id: try row.column(0), name: try row.column(1), isMadeUp: try row.column(2))
        }
    }

    /// The place that this installation serves: the first one that was made, and the given one where there is none yet.
    package func first(otherwise place: Place, at now: Date) async throws(StorageError) -> Place {
        try await database.transaction { transaction in
            if let known = try await first(in: transaction) { return known }
            try await add(place, at: now, in: transaction)
            return place
        }
    }

    /// The place that this installation serves; nil where there is none yet.
    package func first() async throws(StorageError) -> Place? { try await first(in: database) }

    private func first(in reader: any Reading) async throws(StorageError) -> Place? {
        try await reader.first("SELECT place, name, made_up FROM place ORDER BY created, place LIMIT 1") { row in
            Place(id: try row.column(0), name: try row.column(1), isMadeUp: try row.column(2))
        }
    }

    package func add(_ place: Place, at now: Date, in store: any Writing) async throws(StorageError) {
        try await store.execute(
            """
            INSERT INTO place (place, name, made_up, created)
            VALUES (\(place.id), \(place.name), \(place.isMadeUp), \(now))
            """)
    }
}
