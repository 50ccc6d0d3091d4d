import Drivers
import Publishing
import Documents
import FoundationEssentials
@testable import Imports
import Places
import Reading
import StandIns
import Storage
import Testing
import Web
import Workbooks

@testable import InsideOutcomes

@Suite(.onEveryDriver) struct FlowTests {
    @Test func `a workbook becomes a draft that the owner alone sees, and an account for everybody once published`()
        async throws
    {
        let visitor = try await Visitor()
        let item = try await visitor.upload("map.xlsx", ["provider": "Kettle On"])
        #expect(try await visitor.ask("GET", item).text.contains("Did we understand your workbook?"))
        let account = try await visitor.makeAccount(of: item)
        let draft = try await visitor.ask("GET", account)
        #expect(draft.text.contains("This is a draft."))
        #expect(draft.text.contains("Kettle On"))
        for path in [account, account + "/account.pdf", account + "/editions/1", account + "/editions/1/account.json"] {
            #expect(try await visitor.ask("GET", path, as: .stranger).status == 404, "\(path)")
        }
        #expect(try await !visitor.ask("GET", "/", as: .stranger).text.contains(account))
        let check = try await visitor.ask("GET", account + "/check")
        #expect(check.text.contains("Publish this account"))
        #expect(check.text.contains("Kettle On"))
        for field in ["provider", "commissioner", "service", "period", "language-en"] {
            #expect(check.text.contains("href=\"\(item)#\(field)\""), "\(field)")
            #expect(try await visitor.ask("GET", item).text.contains("id=\"\(field)\""), "\(field)")
        }
        #expect(check.text.contains("nothing was measured"))
        #expect(check.text.contains("a net ratio of 0.80"))
        #expect(try await visitor.publish(account).location == account)
        let page = try await visitor.ask("GET", account, as: .stranger)
        #expect(page.status == 200)
        #expect(page["Cache-Control"] == "no-cache")
        #expect(!page.text.contains("This is a draft."))
        let order = ["<h1", "account-files", "<h2"].compactMap { page.text.firstRange(of: $0)?.lowerBound }
        #expect(order.count == 3 && order == order.sorted(), "the heading, then the files, then the account")
        #expect(!page.text.contains("Withdraw this account"))
        #expect(try await visitor.ask("GET", account, as: .stranger).text == page.text)
        #expect(try await visitor.ask("GET", "/", as: .stranger).text.contains("href=\"\(account)\""))
        for form in ["html", "pdf", "xlsx", "json"] {
            let file = try await visitor.ask("GET", "\(account)/account.\(form)", as: .stranger)
            #expect(file.status == 200)
            #expect(!file.text.isEmpty)
        }
        #expect(try await visitor.publish(account).location == account)
        #expect(try await visitor.ask("POST", account + "/publish", form: ["edition": "2"]).status == 409)
        await visitor.close()
    }

    @Test func `what is published is what was checked, not a draft that was made anew meanwhile`() async throws {
        let visitor = try await Visitor()
        let item = try await visitor.upload()
        let account = try await visitor.makeAccount(of: item)
        let seen = try await visitor.checked(account)
        #expect(try await visitor.makeAccount(of: item, language: "cy") == account)
        let answer = try await visitor.ask(
            "POST", account + "/publish", form: ["edition": "1", "digest": seen])
        #expect(answer.status == 409 && answer.text.contains("ACC-101"))
        #expect(try await visitor.ask("POST", account + "/publish", form: ["edition": "1"]).status == 409)
        #expect(try await visitor.ask("GET", account, as: .stranger).status == 404)
        #expect(try await visitor.publish(account).location == account)
        await visitor.close()
    }

    @Test func `a workbook that is taken back while its account is made leaves no draft`() async throws {
        let visitor = try await Visitor()
        let item = try await visitor.upload()
        let imports = try await visitor.imports()
        let id = String(item.dropFirst("/imports/".count))
        // Taken back between the moment in which the job has read it and the moment in which it keeps the draft.
        let accounts = AccountStore(
            visitor.installation.services.database, place: visitor.installation.place.id,
            organisation: imports.organisation)
        _ = try await visitor.ask("POST", item + "/take-back", form: [:])
        let edition = Edition(
            account: "late", number: 1, importID: id, language: "en", title: "Late", provider: nil,
            commissioner: nil, service: nil, period: nil, finding: "", reason: nil, isMadeUp: false,
            created: visitor.clock.now)
        let summary = DraftSummary(
            figures: [], attrition: [], comparison: nil, smallQuantities: [], story: .none, unknowns: [],
            nearEditions: [])
        #expect(try await !accounts.keep(edition, summary, []))
        #expect(try await visitor.ask("GET", "/accounts/late").status == 404)
        await visitor.close()
    }

    @Test func `a reading that runs a second time changes nothing that was answered or taken back since`() async throws
    {
        let visitor = try await Visitor()
        let item = try await visitor.upload()
        let (imports, database) = (try await visitor.imports(), visitor.installation.services.database)
        let id = String(item.dropFirst("/imports/".count))
        let read = try #require(try await imports.find(id))
        _ = try await visitor.ask("POST", item, form: ["provider": "Kettle On", "then": "look"])
        let answered = try #require(try await imports.find(id)).options.json
        #expect(answered != read.options.json)
        try await imports.keep(read, [1], in: database)
        #expect(try await imports.find(id)?.options.json == answered)
        _ = try await visitor.ask("POST", item + "/take-back", form: [:])
        try await imports.keep(read, [1], in: database)
        #expect(try await imports.workbookBytes(of: id) == nil)
        await visitor.close()
    }

    @Test func `a withdrawn account leaves a page that says so, and nothing else`() async throws {
        let visitor = try await Visitor()
        let account = try await visitor.published()
        #expect(try await visitor.ask("GET", account, as: .stranger).status == 200)
        #expect(try await visitor.ask("POST", account + "/withdraw", form: ["reason": ""]).status == 422)
        #expect(
            try await visitor.ask("POST", account + "/withdraw", form: ["reason": "It named a person."]).status == 303)
        let page = try await visitor.ask("GET", account, as: .stranger)
        #expect(page.status == 410)
        #expect(page.text.contains("It named a person."))
        for path in ["/account.pdf", "/account.json", "/editions/1", "/editions/1/account.html", "/correct"] {
            #expect(try await visitor.ask("GET", account + path).status == 410, "\(path)")
        }
        #expect(try await visitor.ask("POST", account + "/withdraw", form: ["reason": "Again."]).status == 409)
        await visitor.close()
    }

    @Test func `taking an import back removes its drafts and what was read, and leaves what is published`() async throws
    {
        let visitor = try await Visitor()
        let account = try await visitor.published()
        let item = try await visitor.upload()
        let draft = try await visitor.makeAccount(of: item)
        #expect(try await visitor.ask("POST", item + "/take-back", form: [:]).status == 303)
        #expect(try await visitor.ask("GET", draft).status == 404)
        #expect(try await visitor.ask("GET", item).text.contains("This workbook was taken back"))
        #expect(try await visitor.ask("POST", item, form: ["then": "look"]).status == 410)
        let store = try await visitor.imports()
        #expect(try await store.workbook(of: String(item.dropFirst("/imports/".count))) == nil)
        #expect(try await visitor.ask("GET", account, as: .stranger).status == 200)
        await visitor.close()
    }

    @Test func `a draft is removed after 30 days, with what was read for it, and a published account never`()
        async throws
    {
        let visitor = try await Visitor()
        let account = try await visitor.published()
        let item = try await visitor.upload()
        let draft = try await visitor.makeAccount(of: item)
        try await sweep(visitor, after: 29)
        #expect(try await visitor.ask("GET", draft).status == 200)
        try await sweep(visitor, after: 2)
        #expect(try await visitor.ask("GET", draft).status == 404)
        #expect(try await visitor.ask("GET", item).text.contains("This workbook was taken back"))
        #expect(try await visitor.ask("GET", account, as: .stranger).status == 200)
        await visitor.close()
    }

    @Test func `what a person says of a column is kept, and remembered for the next file`() async throws {
        let visitor = try await Visitor()
        let item = try await visitor.upload()
        let choice = ["column-0-8": "notUsed", "then": "look"]
        #expect(try await visitor.ask("POST", item, form: choice).location == item)
        let page = try await visitor.ask("GET", item).text
        #expect(page.contains("your choice"))
        let next = try await visitor.upload("next.xlsx")
        #expect(try await visitor.ask("GET", next).text.contains("as you chose before"))
        let account = try await visitor.makeAccount(of: next)
        #expect(try await visitor.ask("GET", account).text.contains("--take=Value map!I=notUsed"))
        await visitor.close()
    }

    @Test func `a copy that can't be marked leaves the list of problems as it is, and the reason in the log`()
        async throws
    {
        let visitor = try await Visitor(StubWorker(.map(quantity: "lots")))
        visitor.worker.refuseToMark(.died("the marking"))
        let item = try await visitor.upload()
        let page = try await visitor.ask("GET", item).text
        #expect(page.contains("Sheet Value map, cell F2"))
        #expect(!page.contains("/marked.xlsx"))
        #expect(visitor.logged.contains("marking"))
        await visitor.close()
    }

    @Test func `what can't be taken is listed with its place, and the marked copy is there for a day`() async throws {
        let visitor = try await Visitor(StubWorker(.map(quantity: "lots")))
        let item = try await visitor.upload()
        let page = try await visitor.ask("GET", item).text
        #expect(page.contains("1 problem to mend in your workbook"))
        #expect(page.contains("Sheet Value map, cell F2"))
        #expect(try await visitor.ask("GET", item + "/marked.xlsx").text == "PK marked")
        #expect(try await visitor.makeAccount(of: item).hasPrefix("/jobs/"))
        let copies = visitor.copies
        let database = visitor.installation.services.database
        #expect(try await copies.remove(before: visitor.clock.now - 60, in: database) == 0)
        #expect(try await visitor.ask("GET", item + "/marked.xlsx").status == 200)
        #expect(try await copies.remove(before: visitor.clock.now + 60, in: database) == 1)
        #expect(try await visitor.ask("GET", item + "/marked.xlsx").status == 404)
        await visitor.close()
    }

    @Test func `an answer can be taken back, also one that keeps the workbook from being taken`() async throws {
        let visitor = try await Visitor()
        let item = try await visitor.upload()
        _ = try await visitor.ask("POST", item, form: ["column-0-8": "notUsed"])
        _ = try await visitor.ask("POST", item, form: ["kind-0": "notUsed"])
        let stuck = try await visitor.ask("GET", item).text
        #expect(stuck.contains("This workbook needs your help"))
        #expect(stuck.contains("What you answered"))
        _ = try await visitor.ask("POST", item, form: ["forget": "Value map=notUsed"])
        #expect(try await visitor.ask("GET", item).text.contains("Did we understand your workbook?"))
        await visitor.close()
    }

    @Test func `a period made of two days is said in the language of the account`() async throws {
        let map = Workbook.map()
        let about = Sheet(
            grid: "About",
            [["Provider", "Kettle On"], ["Period from", "2025-04-01"], ["Period to", "2026-03-31"]])
        let visitor = try await Visitor(
            StubWorker(Workbook(format: map.format, sheets: [about] + map.sheets)))
        let item = try await visitor.upload()
        let english = try await visitor.ask("GET", visitor.makeAccount(of: item))
        #expect(english.text.contains("1 April 2025 to 31 March 2026"))
        let welsh = try await visitor.makeAccount(of: try await visitor.upload(), language: "cy")
        // The months as the Welsh Government writes them: gov.wales/bydtermcymru.
        for path in [welsh, welsh + "/account.json", welsh + "/check", welsh + "/account.html"] {
            let text = try await visitor.ask("GET", path).text
            #expect(text.contains("1 Ebrill 2025 i 31 Mawrth 2026"), "\(path)")
            #expect(!text.contains("31 March"), "\(path)")
        }
        await visitor.close()
    }

    @Test(arguments: [
        "nothing of ours", "{}", "{\"figures\":[1],\"smallQuantities\":[],\"story\":\"none\",\"unknowns\":0}",
    ])
    func `a draft whose summary is damaged is an error that is logged, and not a draft that is gone`(
        summary: String
    ) async throws {
        let visitor = try await Visitor()
        let account = try await visitor.makeAccount(of: try await visitor.upload())
        try await visitor.installation.services.database.execute("UPDATE edition SET summary = \(summary)")
        let page = try await visitor.ask("GET", account + "/check")
        #expect(page.status == 500)
        #expect(page.text.contains("WEB-010"))
        #expect(visitor.logged.contains("what a draft says"))
        await visitor.close()
    }

    @Test func `every table begins its keys with the place`() async throws {
        let visitor = try await Visitor()
        #expect(try await visitor.installation.services.database.schemaProblems().map { "\($0)" } == [])
        await visitor.close()
    }

    private func sweep(_ visitor: Visitor, after days: Double) async throws {
        visitor.clock.pass(days: days)
        try await visitor.tidy()
    }
}
