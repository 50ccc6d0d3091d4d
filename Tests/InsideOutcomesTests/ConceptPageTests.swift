import CanonicalJSON
import Drivers
import FoundationEssentials
import Lookup
import Places
import Publishing
import Storage
import Synchronization
import Testing
import Vocabulary
import Web
import Words

@testable import InsideOutcomes
@testable import Language
@testable import People

/// What a concept's page says of where it is used and how it stood, and what that costs.
@Suite(.onEveryDriver) struct ConceptPageTests {
    /// Counts what is asked of a database.
    private final class Counted: Reading {
        private let database: any Database
        private let held = Mutex(0)

        init(_ database: any Database) { self.database = database }

        var statements: Int { held.withLock { $0 } }

        func rows(_ statement: SQL) async throws(StorageError) -> [Row] {
            held.withLock { $0 += 1 }
            return try await database.rows(statement)
        }
    }

    private func shared(_ ground: LanguageGround) -> SharedMeanings {
        let (services, place) = (ground.visitor.installation.services, ground.store.place)
        return SharedMeanings(
            place: place,
            accounts: AccountWords(
                own: { _ in [] },
                published: { words, store throws(StorageError) in
                    try await AccountStore(services.database, place: place, organisation: nil)
                        .publishedOutcomes(named: words, in: store).map {
                            AccountWords.Published(words: $0.name, account: $0.account, organisation: $0.organisation)
                        }
                }, places: { _, _ in [:] }))
    }

    /// Organisations with an account each whose outcome stands for a concept, and which writes it in a way of its own.
    private func addOrganisations(_ numbers: Range<Int>, _ concept: Int, _ ground: LanguageGround) async throws {
        let (place, now) = (ground.store.place, ground.visitor.clock.now)
        try await ground.database.transaction { transaction in
            for number in numbers {
                let words = number.isMultiple(of: 2) ? "Less lonely" : "LESS LONELY!"
                try await transaction.execute(
                    """
                    INSERT INTO organisation (place, id, name, made_up, created)
                    VALUES (\(place), \("organisation-\(number)"), \("Organisation \(number)"), 0, \(now))
                    """)
                try await transaction.execute(
                    """
                    INSERT INTO account (place, id, created, organisation)
                    VALUES (\(place), \("account-\(number)"), \(now), \("organisation-\(number)"))
                    """)
                try await TermStore(place: place).put(
                    [
                        Findable(
                            .outcome, "account-\(number)/\(words)", labels: [Label(.preferred, Text(words, in: "en"))])
                    ], in: transaction)
                try await OwnWords(place: place).set(
                    "Less lonely", .outcome, to: concept, organisation: "organisation-\(number)", by: nil, at: now,
                    in: transaction)
            }
        }
    }

    @Test func `finding out where a concept is used takes as many statements at two organisations as at sixty`()
        async throws
    {
        let ground = try await LanguageGround()
        _ = try await ground.load("ours", ["Outcomes", "Better days"])
        let concept = try await ground.kept("ours:1").number
        let shared = shared(ground)
        var statements: Set<Int> = []
        for numbers in [0..<2, 2..<60] {
            try await addOrganisations(numbers, concept, ground)
            let counted = Counted(ground.database)
            let uses = try await shared.uses(
                of: concept, for: UseReader(isMember: false, organisation: nil), in: counted)
            #expect(uses.all.count == numbers.upperBound && uses.words.map(\.count) == [numbers.upperBound])
            #expect(Set(uses.all.map(\.words)) == ["Less lonely", "LESS LONELY!"])
            statements.insert(counted.statements)
        }
        #expect(statements == [4])
        let counted = Counted(ground.database)
        let said = try await shared.concepts(
            saying: OwnWord.key("less lonely"), except: "organisation-1",
            among: (0..<60).map { "organisation-\($0)" }, in: counted)
        #expect(said.map(\.count) == [59] && counted.statements == 4)
        await ground.visitor.close()
    }

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
        let facts = try await JSON(parsing: visitor.ask("GET", account + "/account.json", as: .stranger).text)
        let words = try #require(facts["outcomes"]?[0]?["outcome"]?.stringValue)
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
        let facts = try await JSON(parsing: visitor.ask("GET", account + "/account.json", as: .stranger).text)
        let words = try #require(facts["outcomes"]?[0]?["outcome"]?.stringValue)
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

    @Test func `of sixty accounts that name the same hundred outcomes none is passed over`() async throws {
        let ground = try await LanguageGround()
        let (place, now) = (ground.store.place, ground.visitor.clock.now)
        let names = (0..<100).map { "Outcome that is called \(1_000 + $0)" }
        try await ground.database.transaction { transaction in
            var findables: [Findable] = []
            for (organisation, accounts) in [("many", 60), ("one", 1)] {
                try await transaction.execute(
                    """
                    INSERT INTO organisation (place, id, name, made_up, created)
                    VALUES (\(place), \(organisation), \(organisation), 0, \(now))
                    """)
                for number in 0..<accounts {
                    let account = "\(organisation)-\(number)"
                    try await transaction.execute(
                        """
                        INSERT INTO account (place, id, created, organisation)
                        VALUES (\(place), \(account), \(now), \(organisation))
                        """)
                    findables += names.map {
                        Findable(.outcome, "\(account)/\($0)", labels: [Label(.preferred, Text($0, in: "en"))])
                    }
                }
            }
            try await TermStore(place: place).put(findables, in: transaction)
        }
        let words = ["many", "one"].flatMap { organisation in
            names.map { (organisation: organisation, word: OwnWord($0, .outcome, for: 1)) }
        }
        let visible = try await shared(ground).visible(words, in: ground.database)
        #expect(visible["many"]?.count == 100 && visible["one"]?.count == 100)
        let published = try await shared(ground).published(words, in: ground.database)
        #expect(published.values.map(\.count).reduce(0, +) == 6_100)
        await ground.visitor.close()
    }

    @Test func `what was named with a concept that went into another is a use of that one`() async throws {
        let ground = try await LanguageGround()
        _ = try await ground.load("ours", ["Outcomes", "Better days", "Good days", "Fine days"])
        let numbers = [
            try await ground.kept("ours:1").number, try await ground.kept("ours:2").number,
            try await ground.kept("ours:3").number,
        ]
        try await addOrganisations(0..<2, numbers[0], ground)
        try await addOrganisations(2..<4, numbers[1], ground)
        try await addOrganisations(4..<5, numbers[2], ground)
        let then = ground.visitor.clock.now.addingTimeInterval(60)
        ground.visitor.clock.pass(days: 1)
        try await ground.change.merge(numbers[0], into: numbers[1], seen: 1, reason: "The same.")
        let version = try await ground.kept("ours:2").version
        try await ground.change.merge(numbers[1], into: numbers[2], seen: version, reason: "The same.")
        func uses(_ number: Int, before end: Date? = nil) async throws -> [Int] {
            let uses = try await shared(ground).uses(
                of: number, before: end, for: UseReader(isMember: false, organisation: nil), in: ground.database)
            return [uses.all.count] + uses.words.map(\.count)
        }
        #expect(try await uses(numbers[2]) == [5, 5])
        #expect(try await uses(numbers[1]) == [4, 4])
        #expect(try await uses(numbers[0]) == [2, 2])
        for number in numbers { #expect(try await uses(number, before: then)[0] == (number == numbers[2] ? 1 : 2)) }
        let said = try await shared(ground).concepts(
            saying: OwnWord.key("less lonely"), except: "organisation-0",
            among: (0..<5).map { "organisation-\($0)" }, in: ground.database)
        #expect(said.map(\.concept) == [numbers[2]] && said.map(\.count) == [4])
        await ground.visitor.close()
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
