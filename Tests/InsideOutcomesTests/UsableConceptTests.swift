import Drivers
import Places
import Testing
import Vocabulary

@testable import InsideOutcomes
@testable import Language

/// What holds no more, or is of a list out of use, is not built on.
@Suite(.onEveryDriver) struct UsableConceptTests {
    private let ground: LanguageGround
    private let own: Int
    private let closed: Int

    init() async throws {
        ground = try await LanguageGround()
        own = try await ground.load("e:s", ["Loneliness", "Isolation", "Meals"])
        closed = try await ground.load("c:s", ["Jobs", "Night work"])
        let retired = try await ground.kept("e:s:1")
        try await ground.change.retire(retired.number, seen: retired.version, reason: "Nobody says it")
        try await ground.change.retireList(closed, reason: "A mistake")
    }

    @Test func `nothing is proposed under what doesn’t hold, nor for a list that is out of use`() async throws {
        let words = Text("Evenings alone", in: "en")
        let retired = try await ground.kept("e:s:1").number
        await #expect(throws: LanguageRefusal.doesNotHold("Isolation")) {
            _ = try await ground.change.propose(words, meaning: nil, under: retired, in: own, reason: "")
        }
        await #expect(throws: LanguageRefusal.listOutOfUse) {
            _ = try await ground.change.propose(words, meaning: nil, under: nil, in: closed, reason: "")
        }
        let above = try await ground.kept("e:s:0").number
        let proposed = try await ground.change.propose(words, meaning: nil, under: above, in: own, reason: "")
        await #expect(throws: LanguageRefusal.doesNotHold("Evenings alone")) {
            _ = try await ground.change.propose(words, meaning: nil, under: proposed, in: own, reason: "")
        }
        await ground.visitor.close()
    }

    @Test func `no heading is mapped to it, and none is replaced by it; what was said can be taken back`() async throws
    {
        let headings = try await ground.load("h:s", ["Alone"])
        let heading = try await ground.kept("h:s:0")
        func map(_ target: String, _ kind: Mapping.Kind?) async throws {
            let target = try await ground.kept(target).number
            try await ground.change.map([.init(concept: heading.number, target: target, kind: kind)])
        }
        await #expect(throws: LanguageRefusal.doesNotHold("Isolation")) { try await map("e:s:1", .exact) }
        await #expect(throws: LanguageRefusal.outOfUse("Jobs")) { try await map("c:s:0", .close) }
        let meals = try await ground.kept("e:s:2")
        for (other, refusal) in [
            ("e:s:1", LanguageRefusal.doesNotHold("Isolation")), ("c:s:1", .outOfUse("Night work")),
        ] {
            let number = try await ground.kept(other).number
            await #expect(throws: refusal) {
                try await ground.change.replace(meals.number, by: [number], seen: meals.version, reason: "Others")
            }
        }
        try await map("e:s:2", .exact)
        try await ground.change.retire(meals.number, seen: meals.version, reason: "Nobody says it")
        try await map("e:s:2", nil)
        #expect(try await ground.kept("h:s:0").concept.mappings == [])
        #expect(headings > 0)
        await ground.visitor.close()
    }

    @Test func `words don’t come to stand for it, and the page says why`() async throws {
        let visitor = ground.visitor
        for (concept, sentence) in [
            ("e:s:1", "“Isolation” can’t be chosen"), ("c:s:0", "“Jobs” can’t be chosen: its list is out of use"),
        ] {
            let number = try await ground.kept(concept).number
            let answer = try await visitor.ask(
                "POST", "/words",
                form: [
                    "words-0": "Nobody calls", "kind-0": "outcome", "was-0": "", "concept-0": "\(number)", "find-0": "",
                ])
            #expect(answer.status == 422 && answer.text.contains(sentence))
        }
        let organisation = try await visitor.organisation()
        let words = OwnWords(place: ground.store.place)
        #expect(try await words.meanings(of: organisation, in: ground.database).isEmpty)
        await visitor.close()
    }

    @Test func `members propose for the place’s lists and their own, and not for another organisation’s`() async throws
    {
        let visitor = ground.visitor
        let organisation = try await visitor.organisation()
        _ = try await visitor.bringIn("Others", owner: "otto")
        let all = try await OrganisationStore(place: ground.store.place).all(in: ground.database)
        let others = try #require(all.first { $0.name == "Others" }).id
        let editor = Visitor.Who.holder(try await visitor.join(as: .editor, "ben"))
        let (mine, theirs) = (
            try await ground.load("m:s", ["Mine"], of: organisation),
            try await ground.load("t:s", ["Theirs"], of: others)
        )
        for (list, status) in [(own, 303), (mine, 303), (theirs, 403)] {
            let form = ["label": "Evenings \(list)", "language": "en", "scheme": "\(list)"]
            #expect(try await visitor.ask("POST", "/language/propose", as: editor, form: form).status == status)
        }
        let page = try await visitor.ask("GET", "/language/propose", as: editor).text
        #expect(page.contains("List m:s") && !page.contains("List t:s"))
        let closed = ["label": "Days", "language": "en", "scheme": "\(closed)"]
        let refused = try await visitor.ask("POST", "/language/propose", as: editor, form: closed)
        #expect(refused.status == 422 && refused.text.contains("This list is out of use."))
        await visitor.close()
    }
}
