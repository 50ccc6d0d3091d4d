import Drivers
import Documents
import StandIns
import Testing
import Web

@testable import InsideOutcomes

@Suite(.onEveryDriver) struct CorrectionTests {
    @Test func `a correction makes the next edition beside the first, with its reason`() async throws {
        let visitor = try await Visitor()
        let account = try await visitor.published()
        let before = try await visitor.ask("GET", account + "/account.json", as: .stranger).text
        visitor.worker.hold(.map(proxy: "700"))
        #expect(
            try await visitor.ask("POST", account + "/correct", form: ["reason": " "], file: "b.xlsx").status == 422)
        let item = try await visitor.ask(
            "POST", account + "/correct", form: ["reason": "The proxy was last year’s."], file: "b.xlsx"
        ).location
        #expect(try await visitor.ask("GET", item).text.contains("The proxy was last year’s."))
        let draft = try await visitor.makeAccount(of: item)
        #expect(draft == account + "/editions/2")
        #expect(try await visitor.ask("GET", account, as: .stranger).text.contains("<dd>1</dd>"))
        #expect(try await visitor.ask("GET", draft, as: .stranger).status == 404)
        #expect(try await visitor.publish(account, edition: 2).status == 303)
        let current = try await visitor.ask("GET", account, as: .stranger).text
        #expect(current.contains("This edition corrects the one before it. The reason: The proxy was last year’s."))
        #expect(current.contains("href=\"\(account)/editions/1\""))
        let first = try await visitor.ask("GET", account + "/editions/1", as: .stranger).text
        #expect(first.contains("This edition was corrected. The reason: The proxy was last year’s."))
        #expect(try await visitor.ask("GET", account + "/editions/1/account.json", as: .stranger).text == before)
        #expect(try await visitor.ask("GET", account + "/account.json", as: .stranger).text != before)
        await visitor.close()
    }

    @Test func `a correction begins with what was stated for the edition that it corrects`() async throws {
        let visitor = try await Visitor()
        let stated = [
            "provider": "Kettle On", "commissioner": "Northbrook Council", "service": "Befriending",
            "period": "2025/26",
        ]
        let item = try await visitor.upload("map.xlsx", stated)
        let account = try await visitor.makeAccount(of: item, language: "cy")
        _ = try await visitor.publish(account)
        // Also when the workbook was taken back meanwhile.
        _ = try await visitor.ask("POST", item + "/take-back", form: [:])
        let form = try await visitor.ask("GET", account + "/correct").text
        for (name, value) in stated {
            #expect(form.contains("name=\"\(name)\" maxlength=\"200\" value=\"\(value)\""), "\(name)")
        }
        #expect(form.contains("name=\"language\" value=\"cy\" checked"))
        var sent = stated.merging(["reason": "The proxy was last year’s.", "language": "cy"]) { one, _ in one }
        sent["period"] = "2024/25"
        let corrected = try await visitor.ask("POST", account + "/correct", form: sent, file: "b.xlsx").location
        let page = try await visitor.ask("GET", corrected).text
        #expect(page.contains("value=\"Northbrook Council\""))
        #expect(page.contains("value=\"2024/25\""))
        #expect(page.contains("name=\"language\" value=\"cy\" checked"))
        await visitor.close()
    }

    @Test func `the reason for a correction can be changed until it is published`() async throws {
        let visitor = try await Visitor()
        let account = try await visitor.published()
        let item = try await visitor.ask(
            "POST", account + "/correct", form: ["reason": "The proxy was last year’s."], file: "b.xlsx"
        ).location
        #expect(try await visitor.makeAccount(of: item) == account + "/editions/2")
        #expect(try await visitor.ask("GET", account + "/check").text.contains("href=\"\(item)#reason\""))
        for reason in ["A quantity was wrong.", " "] {
            _ = try await visitor.ask("POST", item, form: ["reason": reason, "then": "look"])
            #expect(try await visitor.ask("GET", item).text.contains("A quantity was wrong."))
        }
        let draft = try await visitor.makeAccount(of: item)
        #expect(draft == account + "/editions/2")
        let page = try await visitor.ask("GET", draft).text
        #expect(page.contains("A quantity was wrong."))
        #expect(!page.contains("The proxy was last year’s."))
        #expect(try await visitor.ask("GET", await visitor.upload()).text.contains("id=\"reason\"") == false)
        await visitor.close()
    }

    @Test func `two corrections of one account never share a number`() async throws {
        let visitor = try await Visitor()
        let account = try await visitor.published()
        var items: [String] = []
        for reason in ["The proxy was last year’s.", "A quantity was wrong too."] {
            items.append(
                try await visitor.ask("POST", account + "/correct", form: ["reason": reason], file: "b.xlsx").location)
        }
        let first = try await visitor.makeAccount(of: items[0])
        #expect(first == account + "/editions/2")
        let refused = try await visitor.makeAccount(of: items[1])
        #expect(refused.hasPrefix("/jobs/"))
        #expect(
            try await visitor.ask("GET", refused).text.contains("Another correction of this account is a draft already")
        )
        #expect(try await visitor.ask("GET", first).text.contains("The proxy was last year’s."))
        _ = try await visitor.publish(account, edition: 2)
        #expect(try await visitor.makeAccount(of: items[1]) == account + "/editions/3")
        await visitor.close()
    }

    @Test func `a correction whose file turns out to be none shows its form again, with the reason`() async throws {
        let visitor = try await Visitor()
        let account = try await visitor.published()
        visitor.worker.refuse(.refused(.encrypted))
        let form = ["reason": "The proxy was last year’s."]
        let atOnce = try await visitor.ask("POST", account + "/correct", form: form, file: "b.xlsx")
        #expect(atOnce.status == 422)
        visitor.worker.setBusy(true)
        let item = try await visitor.ask("POST", account + "/correct", form: form, file: "b.xlsx").location
        visitor.worker.setBusy(false)
        let later = try await visitor.wait(for: item) { $0["Refresh"] == nil }
        for page in [atOnce, later] {
            #expect(page.text.contains("This file is locked with a password."))
            #expect(page.text.contains("The proxy was last year’s."))
            #expect(page.text.contains("action=\"\(account)/correct\""))
        }
        await visitor.close()
    }
}
