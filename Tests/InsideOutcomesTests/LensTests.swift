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

/// Accounts in other words, on every kind of database.
@Suite(.onEveryDriver) struct LensTests {
    /// The outcomes of an account as data, and what they are worth, whichever way they are grouped.
    private func outcomes(_ json: JSON) -> [JSON] {
        let headings = json["headings"]?.arrayValue ?? []
        return headings.flatMap { ($0["outcomes"]?.arrayValue ?? []).compactMap { $0["outcome"] } }
            + (json["rest"]?.arrayValue ?? [])
    }

    private func worth(_ outcomes: [JSON]) -> Double {
        outcomes.flatMap { $0["figures"]?.arrayValue ?? [] }
            .filter { $0["id"]?.stringValue?.hasSuffix("presentValue") ?? false }
            .compactMap { $0["value"]?.numberValue }.reduce(0, +)
    }

    @Test func `an account says the same through each scheme, and which original it is of`() async throws {
        let ground = try await LanguageGround()
        let visitor = ground.visitor
        let account = try await visitor.published()
        let facts = try await JSON(parsing: visitor.ask("GET", account + "/account.json", as: .stranger).text)
        let words = try #require(facts["outcomes"]?[0]?["outcome"]?.stringValue)
        let ours = try await ground.load("ours", ["Outcomes", "Better days"])
        let theirs = try await ground.load("theirs", ["Aims", "Thriving"])
        let far = try await ground.load("far", ["Goals", "Wellbeing"])
        try await ground.mean(words, "ours:1")
        try await ChangeConcept(ground.visitor.installation.services, place: ground.store.place, author: nil).map([
            .init(
                concept: try #require(try await ground.store.concept(named: "ours:1", in: ground.database)).number,
                target: try #require(try await ground.store.concept(named: "theirs:1", in: ground.database)).number,
                kind: .broad)
        ])
        var seen: Set<Double> = []
        for (scheme, heading, note) in [
            (ours, "Better days", ""), (theirs, "Thriving", "A part of this."), (far, "", ""),
        ] {
            let page = try await visitor.ask("GET", "\(account)/in/\(scheme)", as: .stranger)
            #expect(page.status == 200)
            #expect(page.text.contains(words) && page.text.contains(heading) && page.text.contains(note))
            #expect(
                page.text.contains("Not in these words") == (scheme == far || facts["outcomes"]?.arrayValue?.count != 1)
            )
            let reading = try await JSON(
                parsing: visitor.ask("GET", "\(account)/in/\(scheme)/account.json", as: .stranger).text)
            #expect(outcomes(reading).count == facts["outcomes"]?.arrayValue?.count)
            seen.insert(worth(outcomes(reading)))
            let figures = try await JSON(
                parsing: visitor.ask("GET", "/api/v1\(account)/figures?words=\(scheme)", as: .stranger).text)
            let headings = figures["headings"]?.arrayValue ?? []
            #expect(headings.isEmpty == heading.isEmpty)
            #expect(headings.allSatisfy { $0["words"]?.stringValue == heading })
            #expect(Set(headings.map { $0["likeness"]?.stringValue }).count <= 1)
            #expect(reading["totals"]?.arrayValue?.isEmpty == false)
            #expect(page.text.contains(try #require(reading["of"]?["sha256"]?.stringValue)))
        }
        #expect(seen.count == 1)
        let plain = try await JSON(parsing: visitor.ask("GET", "/api/v1\(account)/figures", as: .stranger).text)
        #expect(plain["headings"]?.isNull == true)
        #expect(try await visitor.ask("GET", "/api/v1\(account)/figures?words=99", as: .stranger).status == 404)
        let lists = try await JSON(parsing: visitor.ask("GET", "/api/v1/word-lists", as: .stranger).text)
        #expect(
            Set([ours, theirs, far].map(String.init)).isSubset(
                of: (lists["items"]?.arrayValue ?? []).compactMap { $0["key"]?.stringValue }))
        await visitor.close()
    }

    @Test func `every page that names outcomes or shared words has them in the list that its reader chose`()
        async throws
    {
        let ground = try await LanguageGround()
        let visitor = ground.visitor
        let account = try await visitor.published()
        let words = try await visitor.firstOutcome(of: account)
        let ours = try await ground.load("ours", ["Outcomes", "Better days"])
        let theirs = try await ground.load("theirs", ["Aims", "Thriving"])
        try await ground.mean(words, "ours:1")
        let number = try #require(try await ground.store.concept(named: "ours:1", in: ground.database)).number
        try await ChangeConcept(ground.visitor.installation.services, place: ground.store.place, author: nil).map([
            .init(
                concept: number,
                target: try #require(try await ground.store.concept(named: "theirs:1", in: ground.database)).number,
                kind: .broad)
        ])
        let search = "/search?q=\(words.percentEncoded)"
        for address in ["/", "/published", search] {
            let own = try await visitor.ask("GET", address, as: .stranger).text
            #expect(own.contains("Read in other words") && !own.contains("Thriving"), "\(address)")
            let read = try await visitor.ask("GET", address, as: .stranger, remembering: "io-words=\(theirs)").text
            #expect(read.contains("Thriving") && read.contains("A part of this."), "\(address)")
            #expect(read.contains("In their own words: ") && read.contains("List theirs"), "\(address)")
            // A list that is gone changes nothing.
            let gone = try await visitor.ask("GET", address, as: .stranger, remembering: "io-words=99")
            #expect(gone.status == 200 && !gone.text.contains("Thriving"), "\(address)")
        }
        for address in ["/language/concepts/\(number)", "/language/schemes/\(ours)?under=\(number - 1)"] {
            let read = try await visitor.ask("GET", address, as: .stranger, remembering: "io-words=\(theirs)").text
            #expect(read.contains("In the words of “List theirs”: ") && read.contains("Thriving"), "\(address)")
        }
        let offer = try await visitor.ask("GET", "/read-in?then=/published", as: .stranger)
        #expect(offer.text.contains("List theirs") && (offer["Set-Cookie"] ?? "").isEmpty)
        let chosen = try await visitor.ask("GET", "/read-in?words=\(theirs)&then=/published", as: .stranger)
        #expect(chosen.location == "/published" && chosen["Set-Cookie"]?.contains("io-words=\(theirs)") == true)
        let away = try await visitor.ask("GET", "/read-in?words=&then=//elsewhere.example", as: .stranger)
        #expect(away.location == "/", "nobody is led to another site")
        await visitor.close()
    }

    @Test func `the words that a reader chose are remembered until they ask for the provider's own`() async throws {
        let ground = try await LanguageGround()
        let visitor = ground.visitor
        let account = try await visitor.published()
        let scheme = try await ground.load("ours", ["Outcomes", "Better days"])
        #expect(try await visitor.ask("GET", account, as: .stranger).text.contains("\(account)/in/\(scheme)"))
        let cookie = "io-words=\(scheme)"
        let led = try await visitor.ask("GET", account, as: .stranger, remembering: cookie)
        #expect(led.status == 303 && led.location == "\(account)/in/\(scheme)")
        let own = try await visitor.ask("GET", account + "?words=own", as: .stranger, remembering: cookie)
        #expect(own.status == 200)
        // What is gone, or never was, leads to the provider's own words.
        for key in ["77", "x", "01"] {
            let gone = try await visitor.ask("GET", "\(account)/in/\(key)", as: .stranger)
            #expect(gone.location == account + "?words=own", "\(key)")
        }
        await visitor.close()
    }

    @Test func `a draft is read in other words by its own people only`() async throws {
        let ground = try await LanguageGround()
        let visitor = ground.visitor
        let scheme = try await ground.load("ours", ["Outcomes", "Better days"])
        let draft = try await visitor.makeAccount(of: try await visitor.upload())
        let other = Visitor.Who.holder(try await visitor.bringIn("Other", owner: "other"))
        #expect(try await visitor.ask("GET", "\(draft)/in/\(scheme)").status == 200)
        for who in [other, .stranger] {
            for address in ["", "/account.json", "/account.pdf", "/account.xlsx", "/account.html"] {
                #expect(try await visitor.ask("GET", "\(draft)/in/\(scheme)\(address)", as: who).status == 404)
            }
        }
        await visitor.close()
    }

    @Test func `an organisation maps its own list, nobody else's, and can take it back`() async throws {
        let ground = try await LanguageGround()
        let visitor = ground.visitor
        _ = try await ground.load("ours", ["Outcomes", "Better days"])
        let organisation = try await visitor.organisation()
        let own = try await ground.load("own", ["Aims", "Thriving"], of: organisation)
        let editor = Visitor.Who.holder(try await visitor.join(as: .editor, "ben"))
        let other = Visitor.Who.holder(try await visitor.bringIn("Other", owner: "other"))
        let page = "/language/schemes/\(own)/map"
        let heading = try #require(try await ground.store.concept(named: "own:1", in: ground.database)).number
        #expect(try await visitor.ask("GET", page, as: editor).status == 200)
        #expect(try await visitor.ask("GET", page, as: other).status == 403)
        let shown = ["concept": "\(heading)", "page": "1"]
        let form = shown.merging(["other-\(heading)": "Better days", "kind-\(heading)": "close"]) { $1 }
        #expect(try await visitor.ask("POST", page, as: other, form: form).status == 403)
        #expect(try await visitor.ask("POST", page, as: editor, form: form).status == 303)
        #expect(
            try await ground.store.concept(named: "own:1", in: ground.database)?.concept.mappings
                == [Mapping(.close, "ours:1")])
        let target = try #require(try await ground.store.concept(named: "ours:1", in: ground.database)).number
        _ = try await visitor.ask(
            "POST", page, as: editor, form: shown.merging(["drop-\(heading)": "\(target)"]) { $1 })
        #expect(try await ground.store.concept(named: "own:1", in: ground.database)?.concept.mappings == [])
        let wrong = shown.merging(["other-\(heading)": "Nobody's", "kind-\(heading)": "close"]) { $1 }
        #expect(try await visitor.ask("POST", page, as: editor, form: wrong).status == 422)
        await visitor.close()
    }

    @Test func `words are written by hand, a word that is taken back waits again, and whoever proposed it reads so`()
        async throws
    {
        let ground = try await LanguageGround()
        let visitor = ground.visitor
        _ = try await ground.load("ours", ["Outcomes", "Better days"])
        let kept = try #require(try await ground.store.concept(named: "ours:1", in: ground.database))
        let page = "/language/concepts/\(kept.number)"
        let ben = Visitor.Who.holder(try await visitor.join(as: .editor, "ben"))
        let form = [
            "version": "\(kept.version)", "edit-language": "en", "edit-label": "Good days",
            "edit-others": "better days\nbright days", "edit-meaning": "Days that people like.", "reason": "Plainer",
        ]
        #expect(try await visitor.ask("POST", page + "/edit", as: ben, form: form).status == 403)
        #expect(try await visitor.ask("POST", page + "/edit", form: form).status == 303)
        let text = try await visitor.ask("GET", page, as: .stranger).text
        for words in ["Good days", "bright days", "Days that people like.", "written anew by hand"] {
            #expect(text.contains(words), "\(words)")
        }
        #expect(try await visitor.ask("POST", page + "/edit", form: form).status != 303, "somebody else changed it")

        _ = try await visitor.ask("POST", page + "/words", as: ben, form: ["words": "sunny spells", "language": "en"])
        _ = try await visitor.ask("POST", page + "/comments", as: ben, form: ["text": "We say it so."])
        _ = try await visitor.ask("POST", page + "/words/answer", form: ["word": "1", "answer": "taken"])
        let talk = ConceptTalk(place: ground.store.place)
        #expect(try await talk.words(of: kept.number, in: ground.database).map(\.answer) == [.taken])
        let act = try #require(try await ground.store.history(of: kept.number, in: ground.database).first).act
        _ = try await visitor.ask("POST", "/language/acts/\(act.id)/undo", form: ["concept": "\(kept.number)"])
        #expect(try await talk.words(of: kept.number, in: ground.database).map(\.answer) == [nil])
        let data = try await JSON(parsing: visitor.ask("GET", "/me/data.json", as: ben).text)
        let said = (data["said"]?.arrayValue ?? []).compactMap { $0["text"]?.stringValue }
        #expect(Set(said) == ["sunny spells", "We say it so."])
        #expect(try await visitor.ask("GET", "/me/data", as: ben).text.contains("We say it so."))
        #expect(try await !visitor.ask("GET", "/me/data").text.contains("We say it so."))
        await visitor.close()
    }

    @Test func `nobody brings another's list anew`() async throws {
        let ground = try await LanguageGround()
        _ = try await ground.load("ours", ["Outcomes", "Better days"])
        await #expect(throws: LoadThesaurus.Refusal.schemeOfOthers("ours")) {
            _ = try await ground.load("ours", ["Outcomes", "Better days", "More"], of: "somebody")
        }
        await ground.visitor.close()
    }
}
