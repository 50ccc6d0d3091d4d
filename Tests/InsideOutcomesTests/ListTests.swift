import Drivers
import Publishing
import FoundationEssentials
import Imports
import Places
import Storage
import Testing
import Web

@testable import InsideOutcomes

/// However much there is, a page shows a bounded part of it, and plain links lead to the rest.
@Suite(.onEveryDriver) struct ListTests {
    @Test func `published accounts stand twenty on a page, the newest first, and each on one page`() async throws {
        let visitor = try await Visitor()
        try await keep(45, visitor, state: "published")
        let home = try await visitor.ask("GET", "/", as: .stranger).text
        #expect(accounts(in: home) == (26...45).reversed().map(name))
        #expect(home.contains("href=\"/published\""))
        var found: [String] = []
        for (address, count) in [("/published", 20), ("/published?page=2", 20), ("/published?page=3", 5)] {
            let page = try await visitor.ask("GET", address, as: .stranger)
            #expect(page.status == 200)
            #expect(accounts(in: page.text).count == count)
            found += accounts(in: page.text)
        }
        #expect(found == (1...45).reversed().map(name))
        let second = try await visitor.ask("GET", "/published?page=2", as: .stranger).text
        #expect(second.contains("href=\"/published\""))
        #expect(second.contains("href=\"/published?page=3\""))
        #expect(second.contains("Published accounts, page 2"))
        await visitor.close()
    }

    @Test(arguments: ["/published?page=2", "/published?page=0", "/published?page=x", "/withdrawn?page=99999999999"])
    func `a page that is not there is not there`(address: String) async throws {
        let visitor = try await Visitor()
        try await keep(20, visitor, state: "published")
        #expect(try await visitor.ask("GET", address).status == 404)
        #expect(try await !visitor.ask("GET", "/").text.contains("All published accounts"))
        await visitor.close()
    }

    @Test func `withdrawn accounts and what waits are bounded too`() async throws {
        let visitor = try await Visitor()
        try await keep(21, visitor, state: "published")
        try await visitor.installation.services.database.execute(
            "UPDATE account SET withdrawn = 1, withdrawal_reason = 'No.'")
        let home = try await visitor.ask("GET", "/", as: .stranger).text
        #expect(accounts(in: home).count == 20)
        #expect(home.contains("href=\"/withdrawn\""))
        #expect(accounts(in: try await visitor.ask("GET", "/withdrawn?page=2", as: .stranger).text) == [name(1)])
        await visitor.close()
    }

    @Test func `drafts wait for the owner alone, a page at a time`() async throws {
        let visitor = try await Visitor()
        try await keep(21, visitor, state: "draft")
        let item = try await visitor.upload()
        let home = try await visitor.ask("GET", "/").text
        #expect(accounts(in: home).count == 20)
        #expect(home.contains("href=\"\(item)\""))
        #expect(home.contains("href=\"/waiting\""))
        #expect(accounts(in: try await visitor.ask("GET", "/waiting?page=2").text) == [name(1)])
        #expect(try await visitor.ask("GET", "/waiting", as: .stranger).status == 403)
        #expect(try await visitor.ask("GET", "/waiting?page=3").status == 404)
        #expect(try await accounts(in: visitor.ask("GET", "/", as: .stranger).text) == [])
        let account = try await visitor.makeAccount(of: item)
        let later = try await visitor.ask("GET", "/").text
        #expect(!later.contains("href=\"\(item)\""), "an import of which something was made doesn't wait")
        #expect(later.contains("href=\"\(account)\""))
        await visitor.close()
    }

    private func name(_ number: Int) -> String { "a\(number)" }

    /// The accounts that a page links to, in its order.
    private func accounts(in page: String) -> [String] {
        page.split(separator: "href=\"/accounts/").dropFirst().compactMap { part in
            part.split(separator: "\"").first.map(String.init)
        }
    }

    /// Keeps so many accounts of one edition each, a minute apart.
    private func keep(_ count: Int, _ visitor: Visitor, state: String) async throws {
        let (database, place) = (visitor.installation.services.database, visitor.installation.place.id)
        let organisation = try await visitor.organisation()
        for number in 1...count {
            let (id, date) = (name(number), Date(timeIntervalSince1970: 1_700_000_000 + Double(number) * 60))
            let published: Date? = state == "published" ? date : nil
            try await database.execute([
                "INSERT INTO account (place, organisation, id, created) VALUES (\(place), \(organisation), \(id), \(date))",
                """
                INSERT INTO edition (place, account, number, state, language, title, finding, summary, made_up, created,
                    published)
                VALUES (\(place), \(id), 1, \(state), 'en', 'T', 'F', '{}', 0, \(date), \(published))
                """,
            ])
        }
    }
}
