package import FoundationEssentials
package import Storage

/// Every statement about programmes themselves.
package struct ProgrammeStore: Sendable {
    /// So many may an organisation have.
    package static let most = 100

    private let place: String
    private let organisation: String

    package init(place: String, organisation: String) {
        self.place = place
        self.organisation = organisation
    }

    /// In the order of their names.
    package func all(in store: any Reading) async throws(StorageError) -> [Programme] {
        try await store.rows(
            """
            SELECT id, name FROM programme WHERE place = \(place) AND organisation = \(organisation)
            ORDER BY name, id LIMIT \(Self.most)
            """
        ) { row in Programme(id: try row.column(0), name: try row.column(1)) }
    }

    package func add(_ programme: Programme, at now: Date, in store: any Writing) async throws(StorageError) {
        try await store.execute(
            """
            INSERT INTO programme (place, organisation, id, name, created)
            VALUES (\(place), \(organisation), \(programme.id), \(programme.name), \(now))
            """)
    }
}
