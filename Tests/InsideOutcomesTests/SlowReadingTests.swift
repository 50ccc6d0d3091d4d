import Drivers
import Documents
import FoundationEssentials
import Imports
import Jobs
import Places
import Reading
import StandIns
import Storage
import Testing
import Web
import Words
import Workbooks

@testable import InsideOutcomes

/// Reading an upload is a job, and a small file is answered at once nevertheless.
@Suite(.onEveryDriver) struct SlowReadingTests {
    @Test func `a small file is there when the form is answered, and no file is left`() async throws {
        let visitor = try await Visitor()
        let item = try await visitor.upload()
        let page = try await visitor.ask("GET", item)
        #expect(page.text.contains("Did we understand your workbook?"))
        #expect(page["Refresh"] == nil)
        #expect(try await visitor.files == [])
        await visitor.close()
    }

    @Test func `a file that takes long shows how far its reading is, at the address of the import`() async throws {
        let visitor = try await Visitor()
        visitor.worker.setBusy(true)
        let item = try await visitor.upload("<large>.xlsx")
        let page = try await visitor.ask("GET", item)
        #expect(page.text.contains("Your workbook is being read"))
        #expect(page.text.contains("Reading the file."))
        #expect(page.text.contains("&lt;large&gt;.xlsx"))
        #expect(page["Refresh"] == "2")
        #expect(try await visitor.waitingFiles == 1)
        #expect(try await visitor.ask("GET", "/").text.contains("href=\"\(item)\""))
        #expect(try await visitor.ask("POST", item, form: [:]).status == 404)
        visitor.worker.setBusy(false)
        let done = try await visitor.wait(for: item) { $0["Refresh"] == nil }
        #expect(done.text.contains("Did we understand your workbook?"))
        // The file goes when the job ends, a moment after the import is there.
        try await visitor.waitUntilNoFileIsLeft()
        await visitor.close()
    }

    @Test func `the website answers while a file is being read, and other files wait their turn`() async throws {
        let visitor = try await Visitor()
        visitor.worker.setBusy(true)
        let first = try await visitor.upload()
        let second = try await visitor.upload()
        #expect(try await visitor.ask("GET", second).text.contains("Waiting for its turn."))
        #expect(try await visitor.ask("GET", "/", as: .stranger).status == 200)
        visitor.worker.setBusy(false)
        for item in [first, second] {
            let page = try await visitor.wait(for: item) { $0["Refresh"] == nil }
            #expect(page.text.contains("Did we understand your workbook?"))
        }
        await visitor.close()
    }

    @Test(arguments: [true, false])
    func `a reading that is stopped leaves nothing`(isRunning: Bool) async throws {
        let visitor = try await Visitor()
        visitor.worker.setBusy(true)
        var item = try await visitor.upload()
        if !isRunning { item = try await visitor.upload() }
        #expect(try await visitor.ask("POST", item + "/stop", form: [:]).location == item)
        let page = try await visitor.wait(for: item) { $0["Refresh"] == nil }
        #expect(page.text.contains("This was stopped"))
        #expect(try await visitor.waitingFiles == (isRunning ? 0 : 1))
        #expect(try await visitor.imports().find(String(item.dropFirst("/imports/".count))) == nil)
        #expect(try await visitor.ask("POST", item + "/account", form: [:]).status == 404)
        visitor.worker.setBusy(false)
        await visitor.close()
    }

    @Test func `a file that is refused at once is refused in the form, with what was typed`() async throws {
        let visitor = try await Visitor()
        visitor.worker.refuse(.refused(.pdf))
        let answer = try await visitor.ask("POST", "/imports/new", form: ["provider": "Kettle On"], file: "a.pdf")
        #expect(answer.status == 422)
        #expect(answer.text.contains("This is a PDF and not a workbook."))
        #expect(answer.text.contains("Kettle On"))
        #expect(try await visitor.files == [])
        await visitor.close()
    }

    @Test func `a file that is refused after a while is refused in the form too`() async throws {
        let visitor = try await Visitor()
        visitor.worker.refuse(.refused(.tooManySheets(count: 300, limit: 200)))
        visitor.worker.setBusy(true)
        let item = try await visitor.upload("many.xlsx", ["provider": "Kettle On"])
        visitor.worker.setBusy(false)
        let page = try await visitor.wait(for: item) { $0["Refresh"] == nil }
        #expect(page.text.contains("This workbook has 300 sheets. We can read up to 200."))
        #expect(page.text.contains("Kettle On"))
        #expect(page.text.contains("action=\"/imports/new\""))
        #expect(try await visitor.files == [])
        await visitor.close()
    }

    @Test func `a fault of the worker is said to the person and to the log`() async throws {
        let visitor = try await Visitor()
        visitor.worker.refuse(.unavailable("no python here"))
        let answer = try await visitor.ask("POST", "/imports/new", form: [:], file: "a.xlsx")
        #expect(answer.status == 503)
        #expect(answer.text.contains("could not be started"))
        #expect(!answer.text.contains("no python here"))
        #expect(visitor.logged.contains("no python here"))
        await visitor.close()
    }

    @Test func `a reading that a stop of the program interrupts goes on after the next start`() async throws {
        let before = try await Visitor()
        before.worker.setBusy(true)
        let item = try await before.upload()
        await before.installation.services.jobs.stop(within: .milliseconds(20))
        #expect(try await before.waitingFiles == 1)
        await before.close()
        let after = try await Visitor(after: before)
        let page = try await after.wait(for: item) { $0["Refresh"] == nil }
        #expect(page.text.contains("Did we understand your workbook?"))
        try await after.waitUntilNoFileIsLeft()
        await after.close()
    }

    @Test func `a file that nobody waits for goes, and one that is waited for stays`() async throws {
        let visitor = try await Visitor()
        visitor.worker.setBusy(true)
        _ = try await visitor.upload()
        try await visitor.leaveFile(of: "2b")
        try "left".write(toFile: visitor.folder + "/uploads/2b-1", atomically: false, encoding: .utf8)
        try await visitor.tidy()
        #expect(try await visitor.waitingFiles == 2)
        visitor.clock.pass(days: 20 * 365)
        // With a clock so far ahead the trail refuses to go, and nothing else stays because of that.
        await #expect(throws: StorageError.self) { try await visitor.tidy() }
        #expect(try await visitor.waitingFiles == 1)
        #expect(try await !visitor.files.contains { $0.hasPrefix("2b") })
        visitor.worker.setBusy(false)
        await visitor.close()
    }

    @Test func `only so many files wait`() async throws {
        let visitor = try await Visitor()
        visitor.worker.setBusy(true)
        _ = try await visitor.upload()
        for number in 0..<19 { try await visitor.leaveFile(of: "a\(number)") }
        let answer = try await visitor.ask("POST", "/imports/new", form: [:], file: "a.xlsx")
        #expect(answer.status == 503)
        #expect(answer.text.contains("Other files wait to be read."))
        #expect(try await visitor.waitingFiles == 20)
        visitor.worker.setBusy(false)
        await visitor.close()
    }

    @Test func `what another server has taken in is read here`() async throws {
        let first = try await Visitor()
        first.worker.setBusy(true)
        _ = try await first.upload("first.xlsx")
        let item = try await first.upload("second.xlsx")
        // Another folder, the same database, and the same key.
        let second = try await Visitor(beside: first)
        let page = try await second.wait(for: item) { $0["Refresh"] == nil }
        #expect(page.text.contains("Did we understand your workbook?"))
        #expect(try await first.ask("GET", item).text.contains("Did we understand your workbook?"))
        await second.close()
        first.worker.setBusy(false)
        await first.close()
    }

    @Test func `what can't be kept together with its purpose is not kept at all`() async throws {
        struct Refused: Error {}
        let visitor = try await Visitor(StubWorker(.map(quantity: "lots")))
        let copies = visitor.copies
        let path = visitor.folder + "/book.xlsx"
        try "bytes".write(toFile: path, atomically: false, encoding: .utf8)
        await #expect(throws: TakeWorkbook.Refusal.self) {
            _ = try await TakeWorkbook(path: path, fileName: "book.xlsx").run(
                as: "2b", with: visitor.worker, in: try await visitor.imports(), UnderstoodImports(by: .byContent),
                copies: copies,
                words: .english, at: Date(), purpose: { _, _ in throw Refused() })
        }
        #expect(try await visitor.imports().find("2b") == nil)
        #expect(try await !copies.has("2b"))
        await visitor.close()
    }

}
