package import FoundationEssentials
import Lookup
package import Storage
package import Web

/// Every statement about organisations.
package struct OrganisationStore: Sendable {
    package static let migration = Migration(
        5, "organisations",
        """
        CREATE TABLE organisation (
            place TEXT NOT NULL,
            id TEXT NOT NULL,
            name TEXT NOT NULL,
            made_up INTEGER NOT NULL CHECK (made_up IN (0, 1)),
            created INTEGER NOT NULL,
            PRIMARY KEY (place, id),
            FOREIGN KEY (place) REFERENCES place (place)
        ) STRICT;
        INSERT INTO organisation (place, id, name, made_up, created)
            SELECT place, 'first', '', made_up, created FROM place;
        """)

    private let place: String

    package init(place: String) {
        self.place = place
    }

    package func all(in store: any Reading) async throws(StorageError) -> [Organisation] {
        try await store.rows(
            "SELECT id, name, made_up, created FROM organisation WHERE place = \(place) ORDER BY created, id",
            Organisation.init(row:))
    }

    /// The organisations that somebody has named and nobody has closed, in the order in which they came.
    package func named(page number: Int, in store: any Reading) async throws(StorageError) -> PageOf<Organisation> {
        let found = try await store.rows(
            """
            SELECT id, name, made_up, created FROM organisation WHERE place = \(place) AND name <> '' AND closed IS NULL
            ORDER BY created, id
            LIMIT \(PageOf<Organisation>.size + 1) OFFSET \(PageOf<Organisation>.skipped(before: number))
            """, Organisation.init(row:))
        return PageOf(found, number: number)
    }

    /// Those that were not closed.
    package func open(in store: any Reading) async throws(StorageError) -> [Organisation] {
        try await store.rows(
            """
            SELECT id, name, made_up, created FROM organisation WHERE place = \(place) AND closed IS NULL
            ORDER BY created, id
            """, Organisation.init(row:))
    }

    /// Notes that nobody is to belong to it any more. What it has published stays its own.
    package func close(_ id: String, at now: Date, in transaction: any Transaction) async throws(StorageError) {
        try await transaction.execute("UPDATE organisation SET closed = \(now) WHERE place = \(place) AND id = \(id)")
        try await noteTerms(of: id, in: transaction)
    }

    package func isClosed(_ id: String, in store: any Reading) async throws(StorageError) -> Bool {
        try await store.first(
            "SELECT 1 FROM organisation WHERE place = \(place) AND id = \(id) AND closed IS NOT NULL"
        ) { _ in true } ?? false
    }

    package func find(_ id: String, in store: any Reading) async throws(StorageError) -> Organisation? {
        try await store.first(
            "SELECT id, name, made_up, created FROM organisation WHERE place = \(place) AND id = \(id)",
            Organisation.init(row:))
    }

    /// Adds an organisation; one that is there keeps what it is.
    package func add(_ organisation: Organisation, in transaction: any Transaction) async throws(StorageError) {
        try await transaction.execute(
            """
            INSERT INTO organisation (place, id, name, made_up, created)
            VALUES (\(place), \(organisation.id), \(organisation.name), \(organisation.isMadeUp), \(organisation.created))
            ON CONFLICT (place, id) DO NOTHING
            """)
        try await noteTerms(of: organisation.id, in: transaction)
    }

    package func rename(_ id: String, to name: String, in transaction: any Transaction) async throws(StorageError) {
        try await transaction.execute("UPDATE organisation SET name = \(name) WHERE place = \(place) AND id = \(id)")
        try await noteTerms(of: id, in: transaction)
    }

    /// Sees to it that an organisation is found by the name that it has now.
    private func noteTerms(of id: String, in transaction: any Transaction) async throws(StorageError) {
        let terms = TermStore(place: place)
        let known = try await find(id, in: transaction)
        if let known, !known.name.isEmpty, try await !isClosed(id, in: transaction) {
            try await terms.put([known.findable], in: transaction)
        } else {
            try await terms.remove(.organisation, [id], in: transaction)
        }
    }
}

extension Organisation {
    fileprivate init(row: Row) throws(StorageError) {
        self.init(
            id: try row.column(0), name: try row.column(1), isMadeUp: try row.column(2), created: try row.column(3))
    }
}
