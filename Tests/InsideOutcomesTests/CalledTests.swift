import Drivers
import FoundationEssentials
import Testing
import Vocabulary

@testable import InsideOutcomes
@testable import Language

/// Concepts as people name them in forms.
@Suite(.onEveryDriver) struct CalledTests {
    private func ground() async throws -> LanguageGround {
        let ground = try await LanguageGround()
        func concept(
            _ id: String, _ english: String, _ welsh: String, also: String, in scheme: String = "e:s"
        ) -> Concept {
            Concept(
                id: id, scheme: scheme,
                labels: [
                    Label(.preferred, Text(english, in: "en")), Label(.preferred, Text(welsh, in: "cy")),
                    Label(.alternative, Text(also, in: "en")),
                ], isTop: true)
        }
        _ = try await ground.load(
            [
                concept("e:1", "Loneliness", "Unigrwydd", also: "Isolation"),
                concept("e:2", "Employment", "Cyflogaeth", also: "Work"),
                concept("e:3", "Seclusion", "Neilltuaeth", also: "Isolation"),
            ], as: "one")
        _ = try await ground.load(
            [
                concept("o:1", "Employment", "Gwaith", also: "Jobs", in: "o:s"),
                concept("o:2", "Work", "Gweithio", also: "Labour", in: "o:s"),
            ], as: "two", scheme: Scheme(id: "o:s", titles: [Text("Others", in: "en")]))
        return ground
    }

    @Test func `a preferred label of any language comes before another label, and that before a number`() async throws {
        let ground = try await ground()
        let expected = [
            ("Loneliness", ["e:1"]), ("unigrwydd", ["e:1"]), ("Labour", ["o:2"]), ("Work", ["o:2"]),
            ("Employment", ["e:2", "o:1"]), ("ISOLATION", ["e:1", "e:3"]), ("2", ["e:2"]), ("Lonely", []), ("99", []),
        ]
        for (text, ids) in expected {
            let found = try await ground.store.called(text, in: ground.database)
            #expect(found.map(\.concept.id) == ids, "\(text)")
        }
        await ground.visitor.close()
    }

    @Test func `forms take a Welsh name, and ask where several are called so`() async throws {
        let ground = try await ground()
        let visitor = ground.visitor
        func merge(_ other: String) async throws -> Visitor.Answer {
            let kept = try await ground.kept("e:3")
            return try await visitor.ask(
                "POST", "/language/concepts/\(kept.number)/merge",
                form: ["version": "\(kept.version)", "other": other, "reason": "The same"])
        }
        #expect(try await merge("Nobody’s").text.contains("There is no concept called “Nobody’s”."))
        #expect(try await ground.kept("e:3").status == .adopted)
        // The one of the same list is meant, whatever others have.
        #expect(try await merge("Cyflogaeth").status == 303)
        #expect(try await ground.kept("e:3").successors == [try await ground.kept("e:2").number])
        let propose = ["label": "Night work", "language": "en", "scheme": "1"]
        func proposed(under wider: String) async throws -> Visitor.Answer {
            try await visitor.ask("POST", "/language/propose", form: propose.merging(["wider": wider]) { $1 })
        }
        let unclear = try await proposed(under: "Zzz")
        #expect(unclear.status == 422 && unclear.text.contains("There is no concept called “Zzz”."))
        #expect(try await proposed(under: "Unigrwydd").status == 303)
        let words = [
            "words-0": "Jobs found", "kind-0": "outcome", "was-0": "", "concept-0": "", "find-0": "Employment",
        ]
        let asked = try await visitor.ask("POST", "/words", form: words)
        #expect(asked.status == 200 && asked.text.components(separatedBy: "name=\"concept-0\"").count > 3)
        await visitor.close()
    }

    @Test func `where several are called so, each is named with its number and its list`() async throws {
        let ground = try await ground()
        let visitor = ground.visitor
        _ = try await ground.load(
            [Concept(id: "h:1", scheme: "h:s", labels: [Label(.preferred, Text("Jobs", in: "en"))], isTop: true)],
            as: "three", scheme: Scheme(id: "h:s", titles: [Text("Headings", in: "en")]))
        let (heading, list) = (try await ground.kept("h:1").number, try await ground.kept("h:1").scheme)
        let form = ["concept": "\(heading)", "page": "1", "other-\(heading)": "Employment", "kind-\(heading)": "close"]
        let asked = try await visitor.ask("POST", "/language/schemes/\(list)/map", form: form)
        #expect(asked.status == 422)
        for id in ["e:2", "o:1"] {
            let kept = try await ground.kept(id)
            #expect(asked.text.contains("\(kept.number) (Employment, "), "\(id)")
        }
        await visitor.close()
    }

    @Test func `where one heading’s word is unclear, what was chosen for the others stands there again`() async throws {
        let ground = try await ground()
        let visitor = ground.visitor
        let list = try await ground.load("h:s", ["Feeling alone", "Jobs", "Night work"])
        var headings: [Int] = []
        for number in 0..<3 { headings.append(try await ground.kept("h:s:\(number)").number) }
        let (lonely, wanted) = (try await ground.kept("e:1"), try await ground.kept("o:1"))
        let address = "/language/schemes/\(list)/map"
        let form = [
            "page": "1", "to-\(headings[0])": "\(lonely.number)", "kind-\(headings[0])": "exact",
            "other-\(headings[1])": "Employment", "kind-\(headings[1])": "broad", "other-\(headings[2])": "Zzz",
        ]
        let shown = headings.map { (name: "concept", value: "\($0)") }
        let asked = try await visitor.ask("POST", address, form: form, more: shown)
        #expect(asked.status == 422)
        // The summary leads to each of the two fields, and to no other.
        let links = asked.text.components(separatedBy: "<a href=\"#other-").dropFirst().map { $0.prefix { $0 != "\"" } }
        #expect(links == headings[1...].map { Substring("\($0)") })
        let parts = asked.text.components(separatedBy: "<fieldset>").dropFirst()
        #expect(parts.count == 3)
        let (first, second) = (try #require(parts.first), try #require(parts.dropFirst().first))
        #expect(first.contains("value=\"\(lonely.number)\" checked") && first.contains("value=\"exact\" selected"))
        #expect(!first.contains("class=\"error\""))
        #expect(second.contains("value=\"Employment\"") && second.contains("value=\"broad\" selected"))
        #expect(
            second.contains("id=\"other-\(headings[1])-error\"") && second.contains("\(wanted.number) (Employment, "))
        #expect(try await ground.kept("h:s:0").concept.mappings == [], "all or nothing is kept")
        let clear = form.merging(["other-\(headings[1])": "\(wanted.number)", "other-\(headings[2])": ""]) { $1 }
        let kept = try await visitor.ask("POST", address, form: clear, more: shown)
        #expect(kept.status == 303)
        #expect(try await ground.kept("h:s:0").concept.mappings == [Mapping(.exact, "e:1")])
        #expect(try await ground.kept("h:s:1").concept.mappings == [Mapping(.broad, "o:1")])
        await visitor.close()
    }
}
