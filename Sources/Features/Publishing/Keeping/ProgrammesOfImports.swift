import Places
import Storage

/// Which programme of its organisation an import is of. Accounts that were made of it are of the same.
struct ProgrammesOfImports: Sendable {
    private let database: any Database
    private let place: String
    private let organisation: String
    private let programmes: ProgrammeStore

    init(_ database: any Database, place: String, organisation: String) {
        self.database = database.at(place)
        self.place = place
        self.organisation = organisation
        programmes = ProgrammeStore(place: place, organisation: organisation)
    }

    func all() async throws(StorageError) -> [Programme] { try await programmes.all(in: database) }

    /// Its name; empty where it is of none.
    func name(of importID: String) async throws(StorageError) -> String {
        try await database.first(
            """
            SELECT programme.name FROM import
            JOIN programme ON programme.place = import.place AND programme.id = import.programme
            WHERE import.place = \(place) AND import.organisation = \(organisation) AND import.id = \(importID)
            """
        ) { try $0.column(0) } ?? ""
    }

    /// - Parameter name: of one of the organisation's programmes; with any other the import is of none.
    func set(_ name: String, of importID: String) async throws(StorageError) {
        let programme = try await all().first { $0.name == name }?.id
        try await database.execute([
            """
            UPDATE import SET programme = \(programme)
            WHERE place = \(place) AND organisation = \(organisation) AND id = \(importID)
            """,
            """
            UPDATE account SET programme = \(programme)
            WHERE place = \(place) AND organisation = \(organisation)
                AND id IN (SELECT account FROM edition WHERE place = \(place) AND import = \(importID))
            """,
        ])
    }
}
