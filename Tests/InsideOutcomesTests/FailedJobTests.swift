import CanonicalJSON
import Drivers
import Jobs
import Places
import Publishing
import Storage
import Testing
import Web

@testable import InsideOutcomes

@Suite(.onEveryDriver) struct FailedJobTests {
    @Test func `what failed stands on the first page with its reason, until an editor puts it away`() async throws {
        let visitor = try await Visitor()
        let services = visitor.installation.services
        let order = MakeDraft.Order(importID: "gone", language: "en")
        let id = try await services.jobs.enqueue(
            MakeDraft.kind, order.json, place: visitor.installation.place.id,
            owner: try await visitor.organisation())
        let page = try await visitor.wait(for: "/") { $0.text.contains("An account could not be made") }
        #expect(page.text.contains("The workbook was taken back in the meantime."))
        #expect(page.text.contains("/jobs/\(id)"))
        let reader = Visitor.Who.holder(try await visitor.join(as: .reader, "rita"))
        #expect(try await !visitor.ask("GET", "/", as: reader).text.contains("could not be made"))
        #expect(try await visitor.ask("POST", "/jobs/\(id)/put-away", form: [:]).status == 303)
        #expect(try await !visitor.ask("GET", "/").text.contains("could not be made"))
        #expect(try await visitor.ask("POST", "/jobs/\(id)/put-away", form: [:]).status == 404)
        await visitor.close()
    }

    @Test func `it says that it is alive and ready, and not ready once the database is gone`() async throws {
        let visitor = try await Visitor()
        #expect(try await visitor.ask("GET", "/healthz", as: .stranger).text == "alive\n")
        #expect(try await visitor.ask("GET", "/readyz", as: .stranger).text == "ready\n")
        await visitor.installation.services.jobs.stop()
        await visitor.installation.services.database.close()
        #expect(try await visitor.ask("GET", "/healthz", as: .stranger).status == 200)
        #expect(try await visitor.ask("GET", "/readyz", as: .stranger).status == 503)
        await visitor.close()
    }
}
