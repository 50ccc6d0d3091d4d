import CanonicalJSON
import Drivers
import FoundationEssentials
import Places
import Storage
import Testing
import Vocabulary
import Web

@testable import InsideOutcomes
@testable import Language

/// Lists that are taken out of use and brought back: nothing that was used disappears.
@Suite(.onEveryDriver) struct ListsInUseTests {
    private func keys(_ visitor: Visitor) async throws -> [String] {
        let lists = try await JSON(parsing: visitor.ask("GET", "/api/v1/word-lists", as: .stranger).text)
        return (lists["items"]?.arrayValue ?? []).compactMap { $0["key"]?.stringValue }
    }

    private func finds(_ words: String, _ visitor: Visitor) async throws -> Bool {
        let answer = try await visitor.ask(
            "GET", "/api/v1/search?kind=concept&q=\(words.percentEncoded)", as: .stranger)
        return try JSON(parsing: answer.text)["items"]?.arrayValue?.isEmpty == false
    }

    @Test func `a list out of use is offered nowhere, what was read in it stays, and it comes back as it was`()
        async throws
    {
        let ground = try await LanguageGround()
        let visitor = ground.visitor
        let account = try await visitor.published()
        let words = try await visitor.firstOutcome(of: account)
        let list = try await ground.load("ours", ["Outcomes", "Better days"])
        _ = try await ground.load("theirs", ["Outcomes", "Better afternoons"])
        try await ground.mean(words, "ours:1")
        let (page, reading) = ("/language/schemes/\(list)", "\(account)/in/\(list)")
        let concept = try await ground.kept("ours:1").number
        let before = try await visitor.ask("GET", reading + "/account.json", as: .stranger).text

        let refused = try await visitor.ask("POST", page + "/retire", form: ["reason": " "])
        #expect(refused.status == 422 && refused.text.contains("<a href=\"#reason\">Say why in a few words.</a>"))
        #expect(try await visitor.ask("POST", page + "/retire", form: ["reason": "Superseded in May."]).status == 303)
        #expect(try await !keys(visitor).contains("\(list)"))
        #expect(try await !visitor.ask("GET", account, as: .stranger).text.contains(reading))
        #expect(try await !visitor.ask("GET", "/read-in", as: .stranger).text.contains("List ours"))
        #expect(try await visitor.ask("GET", "/read-in?words=\(list)", as: .stranger).status == 404)
        #expect(try await !finds("days", visitor))
        #expect(try await finds("afternoons", visitor))
        #expect(try await ground.store.called("Better days", in: ground.database).isEmpty)
        let suggested = try await PlaceVocabulary.concepts(of: ground.store.place, in: ground.database)
        #expect(suggested.map(\.concept.id) == ["theirs:0", "theirs:1"])

        // What was made with it stays, and says how it stands.
        let read = try await visitor.ask("GET", reading, as: .stranger)
        #expect(read.status == 200 && read.text.contains("Better days"))
        #expect(read.text.contains("“List ours” is no longer in use here.") && read["Set-Cookie"] == nil)
        #expect(try await visitor.ask("GET", reading + "/account.json", as: .stranger).text == before)
        let remembered = try await visitor.ask("GET", "/published", as: .stranger, remembering: "io-words=\(list)")
        #expect(remembered.text.contains("Better days"))
        #expect(remembered.text.contains("This list is no longer in use here."))
        #expect(
            try await visitor.ask("GET", "/language/concepts/\(concept)", as: .stranger).text.contains(
                "The list that this is of is no longer in use here."))
        #expect(try await visitor.ask("GET", "/language", as: .stranger).text.contains("No longer in use"))
        let shown = try await visitor.ask("GET", page, as: .stranger).text
        #expect(shown.contains("The reason: Superseded in May.") && !shown.contains("Ann Founder"))
        #expect(try await visitor.ask("GET", page).text.contains("taken out of use, Ann Founder. Superseded in May."))
        let trail = try await visitor.ask("GET", "/organisation/trail").text
        #expect(trail.contains("Took a list of words out of use"))

        #expect(try await visitor.ask("POST", page + "/restore", form: [:]).status == 303)
        // Nobody does it twice, and the page says how it stands.
        #expect(try await visitor.ask("POST", page + "/restore", form: [:]).location == page)
        #expect(try await ground.store.listChanges(of: list, in: ground.database).count == 2)
        #expect(try await keys(visitor).contains("\(list)"))
        #expect(try await visitor.ask("GET", account, as: .stranger).text.contains(reading))
        #expect(try await finds("days", visitor))
        let again = try await visitor.ask("GET", reading, as: .stranger).text
        #expect(!again.contains("no longer in use"))
        #expect(try await visitor.ask("GET", page, as: .stranger).text.contains("brought back into use"))
        await visitor.close()
    }

    @Test func `an organisation takes its own list out of use, a facilitator any, and nobody else's editor either`()
        async throws
    {
        let ground = try await LanguageGround()
        let visitor = ground.visitor
        let place = try await ground.load("ours", ["Outcomes", "Better days"])
        let own = try await ground.load("own", ["Aims", "Thriving"], of: try await visitor.organisation())
        let editor = Visitor.Who.holder(try await visitor.join(as: .editor, "ben"))
        let other = Visitor.Who.holder(try await visitor.bringIn("Other", owner: "other"))
        let form = ["reason": "Nobody uses it."]
        for (who, list, status) in [
            (editor, place, 403), (other, place, 403), (other, own, 403), (editor, own, 303), (.founder, place, 303),
        ] {
            let address = "/language/schemes/\(list)"
            #expect(try await visitor.ask("POST", address + "/retire", as: who, form: form).status == status)
            #expect(try await visitor.ask("POST", address + "/restore", as: who, form: [:]).status == status)
            let offers = try await visitor.ask("GET", address, as: who).text.contains("Take this list out of use")
            #expect(offers == (status == 303))
        }
        #expect(try await visitor.ask("GET", "/language/schemes/\(own)").text.contains("The list of First Aid"))
        #expect(try await visitor.ask("POST", "/language/schemes/77/retire", form: form).status == 404)
        await visitor.close()
    }

    @Test func `what a list says that is out of use leads nobody on who reads in another one`() async throws {
        let ground = try await LanguageGround()
        let visitor = ground.visitor
        let account = try await visitor.published()
        let words = try await visitor.firstOutcome(of: account)
        _ = try await ground.load("ours", ["Outcomes", "Better days"])
        let theirs = try await ground.load("theirs", ["Aims", "Thriving"])
        let between = try await ground.load("between", ["Steps", "Good times"])
        try await ground.mean(words, "ours:1")
        let step = try await ground.kept("between:1").number
        try await ground.change.map(
            [try await ground.kept("ours:1").number, try await ground.kept("theirs:1").number].map { target in
                .init(concept: step, target: target, kind: .exact)
            })
        let reading = "\(account)/in/\(theirs)"
        for (action, isLed) in [("", true), ("retire", false), ("restore", true)] {
            if !action.isEmpty {
                _ = try await visitor.ask(
                    "POST", "/language/schemes/\(between)/\(action)", form: ["reason": "Wrong in places."])
            }
            let isRead = try await visitor.ask("GET", reading, as: .stranger).text.contains("Thriving")
            #expect(isRead == isLed, "\(action)")
        }
        await visitor.close()
    }

    @Test func `many words of a list out of use leave room for those of others`() async throws {
        let ground = try await LanguageGround()
        let visitor = ground.visitor
        let list = try await ground.load("ours", (0..<60).map { "Zebra \($0)" })
        _ = try await ground.load("theirs", ["Aims", "A zebra crossing"])
        _ = try await visitor.ask("POST", "/language/schemes/\(list)/retire", form: ["reason": "Too many."])
        let found = try await JSON(parsing: visitor.ask("GET", "/api/v1/search?q=zebra", as: .stranger).text)
        #expect(found["items"]?.arrayValue?.compactMap { $0["title"]?.stringValue } == ["A zebra crossing"])
        await visitor.close()
    }
}
