import Drivers
import Places
import Testing

@testable import InsideOutcomes
@testable import People
@testable import Web

/// For whom another provider's word counts.
@Suite(.onEveryDriver) struct EnterFromElsewhereTests {
    @Test func `a person with a password is somebody from elsewhere only once they have shown it`() async throws {
        let visitor = try await Visitor()
        _ = try await visitor.join(as: .editor, "ben")
        let services = visitor.installation.services
        let people = PeopleStore(place: visitor.installation.place.id)
        let ben = try #require(EmailAddress("ben@example.org"))
        let person = try #require(try await people.person(ben, in: services.database))
        func enter(_ reader: String?) async throws -> Person {
            try await EnterFromElsewhere(
                issuer: "https://id.example.org", subject: "b-1", email: ben, name: "Ben", reader: reader
            ).run(in: people, services)
        }
        for reader in [nil, "ann", ""] {
            await #expect(throws: EnterFromElsewhere.Refusal.hasPassword) { _ = try await enter(reader) }
        }
        #expect(try await enter(person.id).id == person.id)
        // From now on the provider's word is enough.
        #expect(try await enter(nil).id == person.id)
        await visitor.close()
    }
}
