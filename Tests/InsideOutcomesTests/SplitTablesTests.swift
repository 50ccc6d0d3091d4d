import Drivers
import Places
import Storage
import Testing
import Web

@testable import InsideOutcomes

@Suite(.enabled(if: Driver.available.contains(.postgres), "PostgreSQL 15 or later is not installed"))
struct SplitTablesTests {
    private func split() async throws -> (Visitor, any Database) {
        let visitor = try await Driver.$current.withValue(.postgres) { try await Visitor() }
        let services = visitor.installation.services
        let published = try await visitor.published()
        #expect(try await SplitTables.run(services.settings, into: 4) == SplitTables.tables)
        #expect(try await SplitTables.run(services.settings, into: 4) == [])
        #expect(try await visitor.ask("GET", published + "/account.json", as: .stranger).status == 200)
        return (visitor, services.database)
    }

    @Test func `everything goes on in tables that were split, and what is removed goes whole`() async throws {
        let (visitor, database) = try await split()
        let item = try await visitor.upload()
        let draft = try await visitor.makeAccount(of: item)
        #expect(try await visitor.ask("GET", draft + "/account.pdf").status == 200)
        let count: SQL = "SELECT count(*) FROM rendering"
        let before = try await database.first(count) { try $0.column(0, as: Int.self) }
        #expect(try await visitor.ask("POST", item + "/take-back", form: [:]).status == 303)
        #expect(try await database.first(count) { try $0.column(0, as: Int.self) } == before.map { $0 - 5 })
        let audited = try await database.rows(
            "SELECT DISTINCT operation FROM audit WHERE table_name = 'rendering' AND row_key <> '' ORDER BY operation"
        ) { try $0.column(0, as: String.self) }
        #expect(audited == ["added", "removed"])
        #expect(try await database.schemaProblems().map { "\($0)" } == [])
        await visitor.close()
    }

    @Test func `the wall between places stands before the parts too, and nobody writes past the whole`() async throws {
        let (visitor, database) = try await split()
        let parts = try await database.rows(
            "SELECT relname FROM pg_class WHERE relispartition AND relkind = 'r' AND relname LIKE 'rendering_p%'"
        ) { try $0.column(0, as: String.self) }
        #expect(parts.count == 4)
        #expect(try await database.at("elsewhere").rows("SELECT place FROM rendering").isEmpty)
        for part: SQL in ["rendering_p0", "rendering_p1", "rendering_p2", "rendering_p3"] {
            #expect(try await database.at("elsewhere").rows("SELECT place FROM \(part)").isEmpty)
            await #expect(throws: StorageError.self) { try await database.execute("DELETE FROM \(part)") }
        }
        await #expect(throws: StorageError.self) {
            try await database.execute("INSERT INTO audit_p0 SELECT * FROM audit")
        }
        await visitor.close()
    }

    @Test func `a server that changes nothing shows what is published, knows nobody and says why it can't do more`()
        async throws
    {
        let visitor = try await Driver.$current.withValue(.postgres) { try await Visitor() }
        let published = try await visitor.published()
        let copy = try await Driver.$current.withValue(.postgres) {
            try await Visitor(beside: visitor, isReadOnly: true)
        }
        #expect(try await copy.ask("GET", published, as: .stranger).status == 200)
        #expect(try await copy.ask("GET", "/", as: .stranger).text.contains(published))
        #expect(try await copy.ask("GET", "/readyz", as: .stranger).status == 200)
        for (method, path) in [("GET", "/sign-in"), ("GET", "/me"), ("POST", "/sign-in"), ("POST", "/imports/new")] {
            let answer = try await copy.ask(method, path, as: .stranger, form: method == "POST" ? [:] : nil)
            #expect(answer.status == 503, "\(method) \(path)")
            #expect(answer.text.contains("WEB-025"), "\(method) \(path)")
        }
        await copy.close()
        await visitor.close()
    }
}
