import Drivers
import Places
import Testing

@testable import InsideOutcomes
@testable import Web

/// Two people look at one workbook and change what was understood.
@Suite(.onEveryDriver) struct MergeTests {
    private struct Two {
        let visitor: Visitor
        let ben: Visitor.Who
        let page: String
    }

    private func two() async throws -> Two {
        let visitor = try await Visitor()
        let ben = Visitor.Who.holder(try await visitor.join(as: .editor, "ben"))
        return Two(visitor: visitor, ben: ben, page: try await visitor.upload())
    }

    private func form(_ shown: [String: String], _ typed: [String: String]) -> [String: String] {
        typed.merging(["shown": ShownValues(shown).text, "then": "look"]) { typed, _ in typed }
    }

    @Test func `what two people change side by side is both kept, and the second sees what the first did`() async throws
    {
        let two = try await two()
        let shown = ["provider": "", "service": ""]
        let first = try await two.visitor.ask(
            "POST", two.page, as: two.ben, form: form(shown, ["provider": "Alder Trust", "service": ""]))
        #expect(first.status == 303)
        let second = try await two.visitor.ask(
            "POST", two.page, form: form(shown, ["provider": "", "service": "Befriending"]))
        #expect(second.status == 200)
        #expect(second.text.contains("changed this while you did") && second.text.contains("Alder Trust"))
        let page = try await two.visitor.ask("GET", two.page).text
        #expect(page.contains("Alder Trust") && page.contains("Befriending"))
        #expect(!page.contains("changed this while you did"))
        await two.visitor.close()
    }

    @Test func `what two people change to different ends stands as the first left it, until the second has seen it`()
        async throws
    {
        let two = try await two()
        let shown = ["provider": ""]
        _ = try await two.visitor.ask("POST", two.page, as: two.ben, form: form(shown, ["provider": "Alder Trust"]))
        let answer = try await two.visitor.ask(
            "POST", two.page, form: form(shown, ["provider": "Birch Trust", "then": "account"]))
        #expect(answer.status == 409)
        #expect(answer.text.contains("take mine, “Birch Trust”, instead of theirs, “Alder Trust”"))
        #expect(answer.text.contains("ben"), "it says who")
        #expect(try await two.visitor.ask("GET", two.page).text.contains("value=\"Alder Trust\""))
        let decided = ["provider": "Alder Trust", "mine": "provider", "mine-provider": "Birch Trust"]
        let again = try await two.visitor.ask("POST", two.page, form: form(["provider": "Alder Trust"], decided))
        #expect(again.status == 303)
        #expect(try await two.visitor.ask("GET", two.page).text.contains("value=\"Birch Trust\""))
        await two.visitor.close()
    }

    @Test func `a form that saves itself gets what stands now, or word that somebody else was there`() async throws {
        let two = try await two()
        let shown = ["provider": ""]
        let saved = try await two.visitor.ask(
            "POST", two.page, form: form(shown, ["provider": "Alder Trust", "autosave": "1"]))
        #expect(saved.status == 200 && saved.text.contains("\"changed\":false") && saved.text.contains("Alder Trust"))
        let late = try await two.visitor.ask(
            "POST", two.page, as: two.ben, form: form(shown, ["provider": "Birch Trust", "autosave": "1"]))
        #expect(late.text == "{\"changed\":true}")
        #expect(try await two.visitor.ask("GET", two.page).text.contains("value=\"Alder Trust\""))
        await two.visitor.close()
    }

    @Test func `of many who save at once nobody's change is lost`() async throws {
        let two = try await two()
        let names = ["provider", "commissioner", "service", "period"]
        let shown = Dictionary(uniqueKeysWithValues: names.map { ($0, "") })
        try await withThrowingTaskGroup { group in
            for name in names {
                group.addTask {
                    _ = try await two.visitor.ask(
                        "POST", two.page, form: form(shown, shown.merging([name: "By \(name)"]) { $1 }))
                }
            }
            try await group.waitForAll()
        }
        let page = try await two.visitor.ask("GET", two.page).text
        for name in names { #expect(page.contains("By \(name)"), "\(name)") }
        await two.visitor.close()
    }

    @Test func `answers that arrive together are all kept, or said to answer nothing any more`() async throws {
        let visitor = try await Visitor()
        let program = Visitor.Who.program(try await visitor.token(as: .contributor))
        let item = try await visitor.upload()
        let answers = try await withThrowingTaskGroup { group in
            for number in 0..<8 {
                group.addTask {
                    number.isMultiple(of: 2)
                        ? try await visitor.ask(
                            "POST", item, form: form(["provider": ""], ["provider": "By \(number)", "autosave": "1"])
                        ).status
                        : try await visitor.ask(
                            "POST", "/api/v1\(item)/answers", as: program, type: "application/json",
                            text: #"{"answers":[]}"#
                        ).status
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers == Array(repeating: 200, count: 8))
        await visitor.close()
    }
}
