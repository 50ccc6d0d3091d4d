import CanonicalJSON
import Drivers
import FoundationEssentials
import Jobs
import Mail
import Places
import Storage
import Testing

@testable import InsideOutcomes
@testable import People
@testable import Web

/// How much strangers can leave lying about.
@Suite(.onEveryDriver) struct JoinRequestBoundsTests {
    private static let form = [
        "organisation": "Canal Street Kitchen", "name": "Cat Owner", "email": "cat@example.org", "message": "We cook.",
    ]

    @Test func `letters that can't be sent keep no other work out, and whoever needs one more is told to come again`()
        async throws
    {
        let visitor = try await Visitor(mail: "smtp://127.0.0.1:1?tls=off")
        _ = try await visitor.organisation()
        let (services, place) = (visitor.installation.services, visitor.installation.place.id)
        let later = visitor.clock.now.addingTimeInterval(3600)
        try await services.database.at(place).transaction { transaction in
            for _ in 1...1_000 {
                try await services.jobs.enqueue(
                    Postbox.kind, .null, place: place, runAfter: later, in: transaction)
            }
        }
        for (path, form) in [("/ask-to-join", Self.form), ("/forgotten", ["email": "ann@example.org"])] {
            let answer = try await visitor.ask("POST", path, as: .stranger, form: form)
            #expect(answer.status == 503 && answer.text.contains("WEB-026"), "\(path)")
            #expect(answer["Retry-After"] != nil)
        }
        #expect(try await services.database.rows("SELECT id FROM join_request").isEmpty)
        let item = try await visitor.upload()
        #expect(item.hasPrefix("/imports/"))
        #expect(try await visitor.ask("GET", item).text.contains("Did we understand your workbook?"))
        await visitor.close()
    }

    @Test func `so many wait to be confirmed, and so many for an answer, and no more`() async throws {
        let visitor = try await Visitor(mail: "smtp://127.0.0.1:1?tls=off")
        _ = try await visitor.organisation()
        let (_, link) = try await visitor.asked(Self.form)
        let database = visitor.installation.services.database
        let store = JoinRequestStore(place: visitor.installation.place.id)
        let now = visitor.clock.now
        func add(_ count: Int, _ name: String, isSeen: Bool) async throws {
            try await database.at(store.place).transaction { transaction in
                for number in 1...count {
                    let id = "\(name)\(number)"
                    let email = try #require(EmailAddress("\(id)@example.org"))
                    try await store.add(
                        JoinRequest(
                            id: id, organisation: id, name: id, email: email, message: "", language: "en",
                            created: now), token: isSeen ? nil : id, in: transaction)
                }
            }
        }
        try await add(JoinRequest.mostUnconfirmed - 1, "hidden", isSeen: false)
        let other = Self.form.merging(["email": "xen@example.org"]) { _, new in new }
        let refused = try await visitor.ask("POST", "/ask-to-join", as: .stranger, form: other)
        #expect(refused.status == 429 && refused.text.contains("So many wait"))
        try await add(JoinRequest.mostWaiting, "seen", isSeen: true)
        let full = try await visitor.ask("POST", "/ask-to-join/confirm", as: .stranger, form: ["key": link])
        #expect(full.status == 503 && full.text.contains("PLA-024"))
        #expect(try await store.countWaiting(in: database) == JoinRequest.mostWaiting)
        #expect(try await store.answer("seen1", .declined, at: now, in: database))
        let confirmed = try await visitor.ask("POST", "/ask-to-join/confirm", as: .stranger, form: ["key": link])
        #expect(confirmed.status == 200)
        #expect(try await store.countWaiting(in: database) == JoinRequest.mostWaiting)
        await visitor.close()
    }
}
