package import Configuration
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

    package static let addressMigration = Migration(
        18, "addresses of places", "ALTER TABLE place ADD COLUMN address TEXT;")

    private let database: any Database

    package init(_ database: any Database) {
        self.database = database
    }

    /// The one at the installation's own address, then the others in the order in which they were made.
    package func all() async throws(StorageError) -> [Place] { try await all(in: database) }

    package func all(in reader: any Reading) async throws(StorageError) -> [Place] {
        try await reader.rows(
            "SELECT place, name, made_up, address FROM place ORDER BY address IS NOT NULL, created, place",
            Place.init(row:))
    }

    package func find(_ id: String) async throws(StorageError) -> Place? {
        try await database.first(
            "SELECT place, name, made_up, address FROM place WHERE place = \(id)", Place.init(row:))
    }

    /// The place at the installation's own address: the first one that was made, and the given one where there is none yet.
    package func first(otherwise place: Place, at now: Date) async throws(StorageError) -> Place {
        try await database.transaction { transaction in
            if let known = try await first(in: transaction) { return known }
            try await add(place, at: now, in: transaction)
            return place
        }
    }

    /// The place at the installation's own address; nil where there is none yet.
    package func first() async throws(StorageError) -> Place? { try await first(in: database) }

    private func first(in reader: any Reading) async throws(StorageError) -> Place? {
        try await reader.first(
            "SELECT place, name, made_up, address FROM place ORDER BY address IS NOT NULL, created, place LIMIT 1",
            Place.init(row:))
    }

    package func add(_ place: Place, at now: Date, in store: any Writing) async throws(StorageError) {
        try await store.execute(
            """
            INSERT INTO place (place, name, made_up, created, address)
            VALUES (\(place.id), \(place.name), \(place.isMadeUp), \(now), \(place.address?.description))
            """)
    }

    package func move(_ id: String, to address: SiteAddress, in store: any Writing) async throws(StorageError) {
        try await store.execute("UPDATE place SET address = \(address.description) WHERE place = \(id)")
    }
}

extension Place {
    fileprivate init(row: Row) throws(StorageError) {
        let address: String? = try row.column(3)
        self.init(
            id: try row.column(0), name: try row.column(1), isMadeUp: try row.column(2),
            address: address.flatMap(SiteAddress.init))
    }
}
