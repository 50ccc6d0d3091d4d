import FoundationEssentials
package import Storage

/// Every statement about letters that wait to be sent. A letter may hold a link that lets somebody in, so it is kept sealed, and goes
/// as soon as it was sent or given up.
package struct LetterStore: Sendable {
    package static let migration = Migration(
        10, "letters",
        """
        CREATE TABLE letter (
            place TEXT NOT NULL,
            id TEXT NOT NULL,
            sealed BLOB NOT NULL,
            created INTEGER NOT NULL,
            PRIMARY KEY (place, id)
        ) STRICT;
        """,
        audit: [.passing("letter")])

    let place: String

    func add(_ id: String, _ sealed: [UInt8], at now: Date, in store: any Writing) async throws(StorageError) {
        try await store.execute(
            "INSERT INTO letter (place, id, sealed, created) VALUES (\(place), \(id), \(sealed), \(now))")
    }

    func find(_ id: String, in store: any Reading) async throws(StorageError) -> (sealed: [UInt8], created: Date)? {
        try await store.first("SELECT sealed, created FROM letter WHERE place = \(place) AND id = \(id)") { row in
            (sealed: try row.column(0), created: try row.column(1))
        }
    }

    func remove(_ id: String, in store: any Writing) async throws(StorageError) {
        try await store.execute("DELETE FROM letter WHERE place = \(place) AND id = \(id)")
    }

    /// Removes those that were put in before a moment, and says how many.
    func remove(before moment: Date, in store: any Writing) async throws(StorageError) -> Int {
        try await store.execute("DELETE FROM letter WHERE place = \(place) AND created < \(moment)")
    }
}
