import CanonicalJSON
import Drivers
import FoundationEssentials
import Places
import Storage
import Testing
import Vocabulary
import Web
import Words

@testable import InsideOutcomes
@testable import Language
@testable import People

/// What a concept's page says of where it is used and how it stood.
@Suite(.onEveryDriver) struct ConceptPageTests {
    @Test func `of many narrower concepts so many are read as are shown, and the rest is one step away`() async throws {
        let ground = try await LanguageGround()
        let list = try await ground.load("ours", (0...230).map { "Kind \($0)" })
        let top = try await ground.kept("ours:0").number
        let read = try await ground.store.under("ours:0", withProposed: false, most: 201, in: ground.database)
        #expect(read.count == 201)
        let page = try await ground.visitor.ask("GET", "/language/concepts/\(top)", as: .stranger).text
        #expect(page.contains("Kind 1<") && page.contains("/language/schemes/\(list)?under=\(top)"))
        #expect(page.contains("All that are narrower"))
        await ground.visitor.close()
    }

    @Test func `each reader sees where a concept is used as far as they may, with the way to it`() async throws {
        let ground = try await LanguageGround()
        let visitor = ground.visitor
        let account = try await visitor.published()
        let words = try await visitor.firstOutcome(of: account)
        _ = try await ground.load("ours", ["Outcomes", "Better days"])
        try await ground.mean(words, "ours:1")
        try await ground.mean("Typed and in no account", "ours:1")
        let (number, organisation) = (try await ground.kept("ours:1").number, try await visitor.organisation())
        try await ground.database.transaction { transaction in
            for service in 0..<25 {
                try await OwnWords(place: ground.store.place).set(
                    "Tea round \(service)", .service, to: number, organisation: organisation, by: nil,
                    at: visitor.clock.now, in: transaction)
            }
        }
        let other = Visitor.Who.holder(try await visitor.bringIn("Other", owner: "other"))
        let page = "/language/concepts/\(number)"
        let stranger = try await visitor.ask("GET", page, as: .stranger).text
        #expect(stranger.contains("<a href=\"\(account)\"") && stranger.contains(words))
        #expect(!stranger.contains("Tea round") && !stranger.contains("Typed and in no account"))
        let others = try await visitor.ask("GET", page, as: other).text
        #expect(others.contains("a service of First Aid for Gardens") && !others.contains("Typed and in no account"))
        #expect(others.contains("and 6 more</a>"))
        let own = try await visitor.ask("GET", page).text
        #expect(own.contains("Typed and in no account</a> – your words") && own.contains("and 7 more</a>"))
        // What is withdrawn is nowhere any more.
        _ = try await visitor.ask("POST", account + "/withdraw", form: ["reason": "Wrong.", "understood": "yes"])
        #expect(try await !visitor.ask("GET", page, as: .stranger).text.contains("href=\"\(account)\""))
        await visitor.close()
    }

    @Test func `whoever is let in to one programme sees the words of its drafts alone`() async throws {
        let ground = try await LanguageGround()
        let visitor = ground.visitor
        _ = try await visitor.ask("POST", PeoplePath.programmes.url, form: ["programme-name": "Befriending"])
        let item = try await visitor.upload("outside.xlsx")
        let facts = try await JSON(
            parsing: visitor.ask("GET", try await visitor.makeAccount(of: item) + "/account.json").text)
        let words = try #require(facts["outcomes"]?[0]?["outcome"]?.stringValue)
        _ = try await ground.load("ours", ["Outcomes", "Better days"])
        try await ground.mean(words, "ours:1")
        try await ground.mean("Typed and in no account", "ours:1")
        let guest = Visitor.Who.holder(try await visitor.joinProgramme("Befriending", "guest"))
        let page = "/language/concepts/\(try await ground.kept("ours:1").number)"
        let own = try await visitor.ask("GET", page).text
        #expect(own.contains("\(words)</a> – in a draft of your organisation"))
        #expect(own.contains("Typed and in no account</a> – your words"))
        let before = try await visitor.ask("GET", page, as: guest).text
        #expect(!before.contains(words) && !before.contains("Typed and in no account"))
        #expect(before.contains("Nothing here is named with it yet"))
        _ = try await visitor.ask("POST", item, form: ["programme": "Befriending", "then": "look"])
        let after = try await visitor.ask("GET", page, as: guest).text
        #expect(after.contains("\(words)</a> – in a draft of your organisation"))
        #expect(!after.contains("Typed and in no account"))
        await visitor.close()
    }

    @Test func `a day shows what lay under a concept, what it was mapped to and what it was used for then`()
        async throws
    {
        let ground = try await LanguageGround()
        let visitor = ground.visitor
        let account = try await visitor.published()
        let words = try await visitor.firstOutcome(of: account)
        func concept(_ id: String, _ label: String, under wider: String...) -> Concept {
            Concept(
                id: id, scheme: "e:s", labels: [Label(.preferred, Text(label, in: "en"))], broader: wider,
                isTop: wider.isEmpty)
        }
        // Such letters mean something to a database.
        let name = "e:100%_\"!\\"
        _ = try await ground.load([concept(name, "Whole"), concept("e:b", "Part", under: name)], as: "one")
        _ = try await ground.load("theirs", ["Aims", "Thriving"])
        let number = try await ground.kept(name).number
        let theirs = try await ground.kept("theirs:1").number
        try await ground.change.map([.init(concept: theirs, target: number, kind: .close)])
        try await ground.mean(words, name)
        let then = CivilDate(visitor.clock.now)
        visitor.clock.pass(days: 2)
        _ = try await ground.load(
            [concept(name, "Whole of it"), concept("e:b", "Piece"), concept("e:d", "New", under: name)], as: "two")
        try await ground.change.map([.init(concept: theirs, target: number, kind: nil)])
        try await ground.mean(words, "e:d")
        let page = "/language/concepts/\(number)"
        let now = try await visitor.ask("GET", page, as: .stranger).text
        #expect(now.contains("Whole of it") && now.contains(">New<") && !now.contains("Part"))
        #expect(!now.contains("Thriving") && !now.contains(words))
        let past = try await visitor.ask("GET", "\(page)?at=\(then)", as: .stranger).text
        #expect(past.contains("This is how it stood on"))
        #expect(past.contains(">Part<") && !past.contains(">New<") && !past.contains("Whole of it"))
        #expect(past.contains("Thriving") && past.contains("Nearly the same"))
        #expect(past.contains("href=\"\(account)\""))
        #expect(try await visitor.ask("GET", "\(page)?at=1999-01-01", as: .stranger).status == 404)
        await visitor.close()
    }

    @Test func `how others say it holds a few headings of each list in use, and none of a list out of use`()
        async throws
    {
        let ground = try await LanguageGround()
        let visitor = ground.visitor
        _ = try await ground.load("ours", ["Outcomes", "Better days"])
        let crowd = try await ground.load("crowd", (0..<30).map { "Crowding \($0)" })
        let late = try await ground.load("late", ["Aims", "Thriving"])
        let number = try await ground.kept("ours:1").number
        for id in (0..<30).map({ "crowd:\($0)" }) + ["late:1"] {
            let heading = try await ground.kept(id).number
            try await ground.change.map([.init(concept: heading, target: number, kind: .close)])
        }
        try await ground.change.map([
            .init(concept: number, target: try await ground.kept("late:0").number, kind: .broad)
        ])
        let page = "/language/concepts/\(number)"
        func said(_ address: String) async throws -> (crowding: Int, others: [Bool], hasMore: Bool) {
            let text = try await visitor.ask("GET", address, as: .stranger).text
            return (
                text.split(separator: ">Crowding ").count - 1, [text.contains("Thriving"), text.contains("Aims")],
                text.contains("in more ways than stand here")
            )
        }
        let all = try await said(page)
        #expect(all.crowding == 10 && all.others == [true, true] && all.hasMore)
        let then = CivilDate(visitor.clock.now)
        visitor.clock.pass(days: 2)
        try await ground.change.retireList(crowd, reason: "Loaded by mistake.")
        let one = try await said(page)
        #expect(one.crowding == 0 && one.others == [true, true] && !one.hasMore)
        try await ground.change.retireList(late, reason: "Old.")
        #expect(try await said(page).others == [false, false])
        let past = try await said("\(page)?at=\(then)")
        #expect(past.crowding == 10 && past.others == [true, true] && past.hasMore)
        await visitor.close()
    }

    @Test func `what is only proposed is in no mapping that a stranger reads`() async throws {
        let ground = try await LanguageGround()
        let visitor = ground.visitor
        _ = try await ground.load("ours", ["Outcomes", "Better days"])
        let list = try await ground.load("theirs", ["Aims", "Thriving"])
        let proposed = try await ground.change.propose(
            Text("Sunny spells", in: "en"), meaning: nil, under: nil, in: list, reason: "")
        let number = try await ground.kept("ours:1").number
        try await ground.change.map([.init(concept: proposed, target: number, kind: .close)])
        let page = "/language/concepts/\(number)"
        #expect(try await visitor.ask("GET", page).text.contains("Sunny spells"))
        #expect(try await !visitor.ask("GET", page, as: .stranger).text.contains("Sunny spells"))
        await visitor.close()
    }
}
