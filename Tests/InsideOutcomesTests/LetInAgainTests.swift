import Drivers
import FoundationEssentials
import Places
import Storage
import Testing

@testable import InsideOutcomes
@testable import People
@testable import Web

@Suite(.onEveryDriver) struct LetInAgainTests {
    @Test func `the page offers an owner to let in again just those for whom it is allowed`() async throws {
        let visitor = try await Visitor()
        let (database, place) = (visitor.installation.services.database, visitor.installation.place.id)
        let (people, now) = (PeopleStore(place: place), visitor.clock.now)
        let own = try await visitor.organisation()
        let factors = SecondFactorStore(place: place, visitor.installation.services.key)
        try await database.transaction { transaction in
            try await OrganisationStore(place: place).add(
                Organisation(id: "two", name: "Two", created: now), in: transaction)
        }
        /// Adds somebody, as a reader of organisations until a moment.
        func add(
            _ id: String, _ organisations: [(id: String, until: Date?)], hasStep: Bool = true,
            isFacilitator: Bool = false
        ) async throws {
            let email = try #require(EmailAddress("\(id)@example.org"))
            try await people.add(
                Person(id: id, name: id, email: email, isFacilitator: isFacilitator, created: now), password: "",
                in: database)
            for one in organisations {
                try await people.setMembership(
                    of: id, in: one.id, .reader, programme: nil, until: one.until, since: now, in: database)
            }
            try await factors.begin([1], for: id, at: now, in: database)
            if hasStep { #expect(try await factors.confirm(id, step: 1, in: database)) }
        }
        let (over, later) = (now.addingTimeInterval(-1), now.addingTimeInterval(60))
        try await add("plain", [(own, nil)])
        try await add("limited", [(own, later)])
        try await add("once-elsewhere", [(own, nil), ("two", over)])
        try await add("both", [(own, nil), ("two", later)])
        try await add("gone", [(own, over)])
        try await add("unconfirmed", [(own, nil)], hasStep: false)
        try await add("convenes", [(own, nil)], isFacilitator: true)
        try await add("elsewhere", [("two", nil)])
        let found = try await factors.lettableIn(by: "actor", asOwnerOf: own, at: now, in: database)
        #expect(found == ["plain", "limited", "once-elsewhere"])
        #expect(
            try await factors.lettableIn(by: "plain", asOwnerOf: own, at: now, in: database)
                == ["limited", "once-elsewhere"])
        let page = try await visitor.ask("GET", "/organisation").text
        for id in ["plain", "both", "convenes", "gone", "elsewhere"] {
            #expect(page.contains("/organisation/members/\(id)/second-step") == (id == "plain"), "\(id)")
        }
        await visitor.close()
    }
}
