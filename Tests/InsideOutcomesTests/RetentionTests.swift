import CanonicalJSON
import Configuration
import Drivers
import FoundationEssentials
import Imports
import Jobs
import Places
import Reading
import Storage
import Testing
import Words

@testable import InsideOutcomes
@testable import People
@testable import Retention
@testable import Web

/// What the nightly work removes, and what it leaves.
@Suite(.onEveryDriver) struct RetentionTests {
    @Test func `a night's work is done once over two servers, and the page says what it removed`() async throws {
        let visitor = try await Visitor()
        _ = try await visitor.organisation()
        _ = try await visitor.ask(
            "POST", "/organisation/invitations", form: ["email": "ben@example.org", "role": "editor"])
        visitor.clock.pass(days: 15)
        let work = visitor.nightly
        try await work.hourly()
        try await work.hourly()
        let queue = visitor.installation.services.jobs
        let night = CivilDate(visitor.clock.now.addingTimeInterval(-7200))
        let job = try #require(
            try await queue.job("retention-\(night)", in: visitor.installation.place.id, finishedWithin: .seconds(20)))
        #expect(job.state == .done)
        #expect(job.result == ["invitations": .integer(1)])
        #expect(visitor.logged.contains("event=retention night=\(night) invitations=1"))
        let page = try await visitor.ask("GET", "/kept").text
        #expect(page.contains("Invitations that nobody has taken up") && page.contains("How many"))
        // Whatever runs twice removes and counts nothing twice.
        #expect(try await work.run(.night, on: night).isEmpty)
        let removals = try await RemovalStore(place: visitor.installation.place.id).newest(
            in: visitor.installation.services.database)
        #expect(removals == [RemovalStore.Removal(night: night, kind: "invitations", number: 1)])
        await visitor.close()
    }

    @Test func `somebody who belongs to nothing is forgotten after a year of it, and not before`() async throws {
        let visitor = try await Visitor()
        let database = visitor.installation.services.database
        let people = PeopleStore(place: visitor.installation.place.id)
        for name in ["ben", "cat"] { _ = try await visitor.join(as: .reader, name) }
        let (ben, cat) = try await (visitor.person("ben", people), visitor.person("cat", people))
        for person in [ben, cat] {
            _ = try await visitor.ask("POST", "/organisation/members/\(person.id)", form: ["role": "none"])
        }
        try await visitor.tidy()
        visitor.clock.pass(days: 300)
        try await people.setMembership(
            of: cat.id, in: visitor.organisation(), .reader, programme: nil, until: visitor.clock.now + 86_400,
            since: visitor.clock.now, in: database)
        try await visitor.tidy()
        #expect(try await people.person(id: ben.id, in: database) != nil)
        visitor.clock.pass(days: 66)
        try await visitor.tidy()
        #expect(try await people.person(id: ben.id, in: database) == nil)
        #expect(try await people.person(id: cat.id, in: database) != nil, "she came back for a day meanwhile")
        visitor.clock.pass(days: 366)
        try await visitor.tidy()
        #expect(try await people.person(id: cat.id, in: database) == nil)
        #expect(try await people.isFounded(in: database), "a facilitator stays, whatever else they are")
        await visitor.close()
    }

    @Test func `what a closed organisation worked on goes in the next night, and what it published stays`() async throws
    {
        let visitor = try await Visitor()
        let owner = Visitor.Who.holder(try await visitor.bringIn("Other", owner: "other"))
        let mine = try await visitor.makeAccount(of: try await visitor.upload())
        let item = try await visitor.ask("POST", "/imports/new", as: owner, form: [:], file: "map.xlsx").location
        let used = try await visitor.ask("POST", "/imports/new", as: owner, form: [:], file: "used.xlsx").location
        let database = visitor.installation.services.database
        try await visitor.publish("kept", of: String(used.dropFirst("/imports/".count)))
        _ = try await visitor.ask("POST", "/organisation/close", as: owner, form: ["password": Visitor.password])
        func cells() async throws -> Int {
            try await database.rows("SELECT id FROM import WHERE workbook IS NOT NULL").count
        }
        #expect(try await cells() == 3)
        try await visitor.tidy()
        #expect(try await cells() == 1, "nobody is left who could take the others back")
        let published = try await database.rows("SELECT state FROM edition WHERE account = 'kept'") {
            try $0.column(0, as: String.self)
        }
        #expect(published == ["published"])
        #expect(try await visitor.ask("GET", mine).status == 200)
        #expect(try await !visitor.ask("GET", "/place").text.contains("<li>Other"))
        // A year later it is not even known that there was one.
        visitor.clock.pass(days: 366)
        try await visitor.tidy()
        let id = String(item.dropFirst("/imports/".count))
        #expect(try await database.rows("SELECT id FROM import WHERE id = \(id)").isEmpty)
        await visitor.close()
    }

    @Test func `the page shows every line of the table, in days that the administrator chose`() async throws {
        let periods = try #require(KeepingPeriods("drafts=60, trail=3653"))
        let table = RetentionTable(periods)
        #expect(Set(table.lines.map(\.kind)) == Set(KeptKind.allCases) && table.lines.count == KeptKind.allCases.count)
        #expect(
            table.limit(of: .drafts, at: Date(timeIntervalSince1970: 60 * 86_400)) == Date(timeIntervalSince1970: 0))
        let catalogue = Catalogue.english
        #expect(catalogue.text(KeepingPeriod.days(2192).words) == "6 years")
        #expect(catalogue.text(KeepingPeriod.days(3653).words) == "10 years")
        #expect(catalogue.text(KeepingPeriod.days(60).words) == "60 days")
        #expect(catalogue.text(KeepingPeriod.minutes(15).words) == "15 minutes")
        let visitor = try await Visitor()
        let page = try await visitor.ask("GET", "/kept").text
        for line in RetentionTable(.standard).lines {
            #expect(page.contains(catalogue.text(line.reason)), "\(line.kind)")
        }
        await visitor.close()
    }
}

extension Visitor {
    /// Puts a published account of an import into the store, without its documents.
    fileprivate func publish(_ account: String, of item: String) async throws {
        let (place, now) = (installation.place.id, clock.now)
        try await installation.services.database.execute([
            """
            INSERT INTO account (place, organisation, id, created)
            SELECT place, organisation, \(account), created FROM import WHERE place = \(place) AND id = \(item)
            """,
            """
            INSERT INTO edition (place, account, number, import, state, language, title, finding, summary, made_up, created,
                published)
            VALUES (\(place), \(account), 1, \(item), 'published', 'en', 'T', 'F', '{}', 0, \(now), \(now))
            """,
        ])
    }

    var nightly: NightlyWork {
        NightlyWork(installation.services, place: installation.place, understood: UnderstoodImports(by: .byContent))
    }

    /// Does now what is done in an hour and in a night.
    func tidy() async throws {
        _ = try await nightly.run(.hour, on: CivilDate(clock.now))
        _ = try await nightly.run(.night, on: CivilDate(clock.now))
    }

    fileprivate func person(_ name: String, _ people: PeopleStore) async throws -> Person {
        let email = try #require(EmailAddress("\(name)@example.org"))
        let person = try await people.person(email, in: installation.services.database)
        return try #require(person)
    }
}
