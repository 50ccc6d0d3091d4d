import CanonicalJSON
import Drivers
import People
import Places
import Storage
import Testing

@testable import InsideOutcomes
@testable import Jobs
@testable import Trail
@testable import Web

/// What stands in the audit trail after people have worked, on the page and in the files.
@Suite(.onEveryDriver) struct TrailTests {
    @Test func `the owner sees who did what, and neither secrets nor addresses stand there`() async throws {
        let visitor = try await Visitor()
        let item = try await visitor.upload()
        _ = try await visitor.makeAccount(of: item)
        _ = try await visitor.join(as: .editor, "ben")
        let page = try await visitor.ask("GET", TrailPath.page.url).text
        for words in [
            "Invited somebody", "Uploaded a workbook, which was then read", "Made a draft", "Accepted an invitation",
        ] {
            #expect(page.contains(words), "\(words)")
        }
        let database = visitor.installation.services.database
        let all = try await database.rows("SELECT coalesce(before, '') || coalesce(after, '') FROM audit") {
            try $0.column(0, as: String.self)
        }.joined()
        #expect(all.contains("\"role\""))
        #expect(!all.contains("example.org") && !all.contains("argon2"))
        #expect(!all.contains("map.xlsx"), "what is taken back later is to be forgotten")
        #expect(try await database.changedFromOutside() == [])
        await visitor.close()
    }

    @Test func `the files hold what the page shows, and another organisation's owner gets only their own`() async throws
    {
        let visitor = try await Visitor()
        _ = try await visitor.upload()
        let other = Visitor.Who.holder(try await visitor.bringIn("Other", owner: "other"))
        let json = try JSON(parsing: try await visitor.ask("GET", TrailPath.json.url).text)
        let actions = Set((json.arrayValue ?? []).compactMap { $0["action"]?.stringValue })
        #expect(actions.isSuperset(of: ["job reading"]))
        let theirs = try await visitor.ask("GET", TrailPath.json.url, as: other).text
        #expect(!theirs.contains("reading") && theirs.contains("POST /join"))
        let csv = try await visitor.ask("GET", TrailPath.csv.url)
        #expect(csv.text.hasPrefix("number,time,kind,actor,name,from,action"))
        let before = (json.arrayValue ?? []).compactMap { $0["number"]?.integerValue }.min() ?? 0
        #expect(
            try await visitor.ask("GET", "\(TrailPath.page.url)?before=\(before)").text.contains(
                "Nothing has been changed"))
        #expect(try await visitor.ask("GET", "\(TrailPath.page.url)?before=x").status == 404)
        await visitor.close()
    }

    @Test func `who joins or signs in is named as who did it`() async throws {
        let visitor = try await Visitor()
        _ = try await visitor.join(as: .editor, "ben")
        _ = try await visitor.ask(
            "POST", "/sign-in", as: .stranger, form: ["email": "ben@example.org", "password": Visitor.password])
        let database = visitor.installation.services.database
        let ben = try await database.first("SELECT id FROM person WHERE name = 'ben'") {
            try $0.column(0, as: String.self)
        }
        let actors = try await database.rows(
            "SELECT DISTINCT action, actor FROM audit WHERE action IN ('POST /join', 'POST /sign-in') ORDER BY action"
        ) { (try $0.column(0, as: String.self), try $0.column(1, as: String?.self)) }
        #expect(actors.map(\.0) == ["POST /join", "POST /sign-in"])
        #expect(actors.allSatisfy { $0.1 == ben })
        #expect(try await !visitor.ask("GET", TrailPath.page.url).text.contains("Somebody who had not signed in"))
        await visitor.close()
    }

    @Test func `every form and every kind of work has words in the trail`() async throws {
        let visitor = try await Visitor()
        let forms = visitor.installation.routes.filter { $0.method != .get }
            .map { "\($0.method.rawValue) \($0.pattern)" }
        let work = await visitor.installation.services.jobs.handlers.keys.map { "job \($0)" }
        #expect(Set(forms + work).subtracting(TrailWords.actions.keys) == [])
        #expect(Set(TrailWords.actions.keys).subtracting(forms + work) == [])
        await visitor.close()
    }
}
