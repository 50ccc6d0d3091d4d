import Configuration
import Drivers
import Imports
import Places
import Publishing
import Storage
import Testing
import Web
import Words

@testable import InsideOutcomes

@Suite(.enabled(if: Driver.available.contains(.postgres), "PostgreSQL 15 or later is not installed"))
struct PlaceWallTests {
    @Test func `no table shows anything of a place to another one's work, whatever the statement asks for`()
        async throws
    {
        try await Driver.$current.withValue(.postgres) {
            let visitor = try await Visitor()
            let account = try await visitor.published()
            let (services, place) = (visitor.installation.services, visitor.installation.place.id)
            let tables = try await services.database.rows(
                "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace"
            ) { try $0.column(0, as: String.self) }
            #expect(
                Set(["account", "edition", "rendering", "import", "job", "place", "person", "session"]).isSubset(
                    of: tables))
            for table in tables {
                // Made of a name from the catalogue, as no store could.
                let count = SQL(stringLiteral: "SELECT count(*) FROM \"\(table)\"")
                #expect(
                    try await services.database.at("elsewhere").rows(count) == [Row(values: [.integer(0)])], "\(table)")
            }
            let id = String(account.dropFirst("/accounts/".count))
            #expect(try await AccountStore(services.database, place: place, organisation: nil).find(id) != nil)
            // The first wall taken away: the store of another place asks for this place's rows by name.
            let other = AccountStore(services.database, place: "elsewhere", organisation: nil)
            let found = try await other.database.rows("SELECT id FROM account WHERE place = \(place)")
            #expect(found == [])
            #expect(try await other.database.execute("UPDATE edition SET title = 'x' WHERE place = \(place)") == 0)
            #expect(
                try await ImportStore(services.database, place: "elsewhere", organisation: "first").database.rows(
                    "SELECT id FROM import")
                    == [])
            await visitor.close()
        }
    }

    @Test func `the doctor looks at the server`() async throws {
        let findings = try await Driver.$current.withValue(.postgres) {
            let visitor = try await Visitor()
            let findings = await Doctor(visitor.installation.services.settings).findings()
            await visitor.close()
            return findings
        }
        let server = findings.map { "\($0.kind.rawValue) \(Catalogue.english.text($0.subject))" }
            .filter { $0.contains(" database") }
        // The tests' server doesn't wait for the disk, and the doctor says so.
        #expect(
            server == [
                "good database server", "good database role", "good database clock", "bad database disk",
                "good database checks", "good database",
            ])
    }

    @Test func `an owner of another database is noticed at the start`() async throws {
        let (store, other) = (try StoreUnderTest(.postgres), try StoreUnderTest(.postgres))
        let settings = try Settings(environment: [
            "OUTCOMES_DATA": store.folder, "OUTCOMES_DATABASE": store.address,
            "OUTCOMES_DATABASE_OWNER": other.ownerAddress,
        ])
        let error = await #expect(throws: StorageError.self) {
            _ = try await ChosenDatabase.open(settings, try DataFolder(store.folder))
        }
        #expect(error?.code == "STO-001")
    }
}
