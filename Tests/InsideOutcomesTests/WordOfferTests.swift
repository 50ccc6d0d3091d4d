import Drivers
import FoundationEssentials
import Imports
import Storage
import Testing
import Vocabulary

@testable import InsideOutcomes
@testable import Language

/// Shared words, offered where somebody names outcomes and a service on the way to an account.
@Suite(.onEveryDriver) struct WordOfferTests {
    private struct Ground {
        let language: LanguageGround
        var visitor: Visitor { language.visitor }

        init() async throws {
            language = try await LanguageGround()
            let labels = [("Fewer people feel lonely", "Less lonely"), ("Community meals", "Lunch clubs")]
            let concepts = labels.enumerated().map { number, labels in
                Concept(
                    id: "e:\(number)", scheme: "e:s",
                    labels: [
                        Label(.preferred, Text(labels.0, in: "en")), Label(.alternative, Text(labels.1, in: "en")),
                    ], isTop: true)
            }
            _ = try await language.load(concepts, as: "one")
        }

        /// What words stand for at the founder's organisation, by the words.
        func meanings() async throws -> [String: Int] {
            let organisation = try await visitor.imports().organisation
            let found = try await OwnWords(place: language.store.place).meanings(
                of: organisation, in: language.database)
            return Dictionary(found.map { ("\($0.kind.rawValue) \($0.words)", $0.concept) }) { first, _ in first }
        }
    }

    /// The question that a page asks about words, as the values of its fields; nil where it asks none.
    private func question(about words: String, on page: String) -> (number: Int, part: String)? {
        for part in page.components(separatedBy: "name=\"meaning-words-").dropFirst() {
            guard part.contains("value=\"\(words)\"") else { continue }
            return Int(part.prefix { $0 != "\"" }).map { ($0, part) }
        }
        return nil
    }

    @Test func `an import asks what its outcomes and its service may stand for, and leaves them as they are`()
        async throws
    {
        let ground = try await Ground()
        let visitor = ground.visitor
        let item = try await visitor.upload("map.xlsx", ["service": "Lunch clubs"])
        let page = try await visitor.ask("GET", item).text
        let service = try #require(question(about: "Lunch clubs", on: page))
        #expect(service.part.contains("Community meals") && service.part.contains("because of “"))
        #expect(service.part.contains("value=\"\" checked"), "leaving it as it is is what stands there")
        let left = ["service": "Lunch clubs", "then": "look"]
        let fields = [
            "meaning-words-\(service.number)": "Lunch clubs", "meaning-kind-\(service.number)": "service",
            "meaning-was-\(service.number)": "", "meaning-concept-\(service.number)": "",
        ]
        _ = try await visitor.ask("POST", item, form: left.merging(fields) { $1 })
        #expect(try await ground.meanings() == [:])
        let chosen = fields.merging(["meaning-concept-\(service.number)": "2"]) { $1 }
        _ = try await visitor.ask("POST", item, form: left.merging(chosen) { $1 })
        #expect(try await ground.meanings() == ["service Lunch clubs": 2])
        let again = try await visitor.ask("GET", item).text
        #expect(again.contains("value=\"Lunch clubs\"") && !again.contains("value=\"Community meals\""))
        #expect(question(about: "Lunch clubs", on: again) == nil)
        await visitor.close()
    }

    @Test func `what was taken while a service was named is kept with the workbook, and the name stays`() async throws {
        let ground = try await Ground()
        let visitor = ground.visitor
        let form = ["service": "Soup on Fridays", "meaning-service": "2"]
        let item = try await visitor.upload("map.xlsx", form)
        #expect(try await ground.meanings() == ["service Soup on Fridays": 2])
        #expect(try await visitor.ask("GET", item).text.contains("value=\"Soup on Fridays\""))
        // A name alone says nothing, nor does a shared word without a name.
        _ = try await visitor.ask("POST", item, form: ["service": "Tea on Mondays", "then": "look"])
        _ = try await visitor.ask("POST", item, form: ["service": "", "meaning-service": "2", "then": "look"])
        #expect(try await ground.meanings() == ["service Soup on Fridays": 2])
        // The name of the service in a correction.
        let account = try await visitor.published()
        _ = try await visitor.ask(
            "POST", account + "/correct",
            form: ["service": "Bread on Sundays", "meaning-service": "1", "reason": "Wrong"], file: "map.xlsx")
        #expect(try await ground.meanings()["service Bread on Sundays"] == 1)
        await visitor.close()
    }

    @Test func `where the form comes back with a fault, the shared word that was taken stands there again`()
        async throws
    {
        let ground = try await Ground()
        let visitor = ground.visitor
        let account = try await visitor.published()
        let form = [
            "service": "Soup on Fridays", "meaning-service": "2", "meaning-service-label": "Community <meals>",
            "reason": "",
        ]
        func hidden(_ name: String, _ value: String) -> String {
            "name=\"\(name)\" id=\"\(name)\" value=\"\(value)\""
        }
        for address in ["/imports/new", account + "/correct"] {
            let page = try await visitor.ask("POST", address, form: form)
            #expect(page.text.contains("There is a problem") && page.text.contains("value=\"Soup on Fridays\""))
            #expect(page.text.contains(hidden("meaning-service", "2")))
            #expect(page.text.contains(hidden("meaning-service-label", "Community &lt;meals&gt;")))
            // Without words of one's own nothing stands for anything.
            let empty = try await visitor.ask("POST", address, form: form.merging(["service": ""]) { $1 })
            #expect(empty.text.contains(hidden("meaning-service", "")))
        }
        #expect(try await ground.meanings() == [:], "it is kept with the workbook")
        await visitor.close()
    }

    @Test func `nobody's choice is overwritten unseen, and a shared word that is none is kept for nothing`()
        async throws
    {
        let ground = try await Ground()
        let visitor = ground.visitor
        let item = try await visitor.upload("map.xlsx", ["service": "Lunch clubs"])
        let number = try #require(
            question(about: "Lunch clubs", on: try await visitor.ask("GET", item).text)
        ).number
        let words = ["words-0": "Lunch clubs", "kind-0": "service", "was-0": "", "concept-0": "1"]
        _ = try await visitor.ask("POST", "/words", form: words)
        let late = [
            "meaning-words-\(number)": "Lunch clubs", "meaning-kind-\(number)": "service",
            "meaning-was-\(number)": "", "meaning-concept-\(number)": "2", "then": "look",
        ]
        let answer = try await visitor.ask("POST", item, form: late)
        #expect(answer.status == 409 && answer.text.contains("What you chose for “Lunch clubs” wasn’t kept"))
        #expect(try await ground.meanings() == ["service Lunch clubs": 1])
        let unknown = ["service": "Tea on Mondays", "meaning-service": "99", "then": "look"]
        #expect(try await visitor.ask("POST", item, form: unknown).status == 409)
        #expect(try await ground.meanings() == ["service Lunch clubs": 1])
        await visitor.close()
    }

    @Test func `where no shared word comes near, nothing is asked`() async throws {
        let ground = try await Ground()
        let visitor = ground.visitor
        let item = try await visitor.upload("map.xlsx", ["service": "Zzz qqq"])
        let page = try await visitor.ask("GET", item).text
        #expect(question(about: "Zzz qqq", on: page) == nil)
        // Members alone are asked at all, and the field works without anything of this.
        #expect(page.contains("data-suggest=\"meaning-service\"") && page.contains("data-stands=\"Your words stay."))
        await visitor.close()
    }

    @Test
    func `a heading is offered what it may mean, with why; and where nothing is likely, what is found by its words`()
        async throws
    {
        let ground = try await Ground()
        let visitor = ground.visitor
        let headings = ["Fewer lonely people", "Comunnity mealls"]
        _ = try await ground.language.load(
            headings.enumerated().map { number, label in
                Concept(
                    id: "h:\(number)", scheme: "h:s", labels: [Label(.preferred, Text(label, in: "en"))], isTop: true)
            }, as: "two", scheme: Scheme(id: "h:s", titles: [Text("Headings", in: "en")]))
        let scheme = try await ground.language.kept("h:0").scheme
        let page = try await visitor.ask("GET", "/language/schemes/\(scheme)/map").text
        let parts = page.components(separatedBy: "<fieldset").dropFirst()
        let first = try #require(parts.first { $0.contains(headings[0]) })
        #expect(first.contains("Fewer people feel lonely") && first.contains("because of “"))
        #expect(!first.contains("Community meals"))
        let second = try #require(parts.first { $0.contains(headings[1]) })
        #expect(second.contains("Community meals") && !second.contains("because of"))
        await visitor.close()
    }
}
