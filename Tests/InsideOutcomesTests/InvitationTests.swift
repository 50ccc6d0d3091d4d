import CanonicalJSON
import Drivers
import Places
import Testing

@testable import InsideOutcomes
@testable import People
@testable import Trail
@testable import Web

/// What those who are invited are told, and what becomes of an invitation that goes astray.
@Suite(.onEveryDriver) struct InvitationTests {
    @Test func `an organisation that nobody has joined is brought in again, and only the new link works`() async throws
    {
        let visitor = try await Visitor()
        let form = ["name": "Typo Org", "email": "ora@exmaple.org"]
        let first = try await visitor.ask("POST", PeoplePath.inviteOrganisation.url, form: form)
        #expect(first.text.count(of: "nobody has joined yet") == 1)
        let again = try await visitor.ask(
            "POST", PeoplePath.inviteOrganisation.url, form: ["name": "typo org", "email": "ora@example.org"])
        #expect(again.status == 200 && again.text.contains("ora@example.org"))
        #expect(again.text.count(of: "nobody has joined yet") == 1)
        let wrong = try #require(first.joinKey)
        #expect(try await visitor.ask("GET", PeoplePath.join(with: wrong), as: .stranger).text.contains("PLA-002"))
        let right = try #require(again.joinKey)
        let joined = try await visitor.ask(
            "POST", PeoplePath.join.url, as: .stranger,
            form: ["key": right, "name": "Ora", "password": Visitor.password])
        let ora = Visitor.Who.holder(try #require(joined.sessionToken))
        #expect(try await visitor.ask("GET", PeoplePath.organisation.url, as: ora).text.contains("Typo Org"))
        #expect(try await visitor.ask("GET", PeoplePath.place.url).text.count(of: "nobody has joined yet") == 0)
        let taken = try await visitor.ask("POST", PeoplePath.inviteOrganisation.url, form: form)
        #expect(taken.status == 422 && taken.text.contains("is here already"))
        #expect(taken.joinKey == nil)
        await visitor.close()
    }

    @Test func `whoever is invited to one programme is told which, and their last day, wherever it stands`()
        async throws
    {
        let visitor = try await Visitor(mail: "smtp://127.0.0.1:1?tls=off")
        _ = try await visitor.ask("POST", PeoplePath.programmes.url, form: ["programme-name": "Befriending"])
        let invited = try await visitor.ask(
            "POST", PeoplePath.invite.url,
            form: [
                "email": "eve@example.org", "role": "reader", "programme": try await visitor.programme("Befriending"),
                "until": "2027-12-31",
            ])
        #expect(invited.text.contains("Reader of Befriending, until 31 December 2027. The link works until"))
        let letter = try #require(try await visitor.letters("eve@example.org").first)
        let key = try #require(letter.split(separator: "/join?key=").dropFirst().first?.prefix(43))
        let page = try await visitor.ask("GET", PeoplePath.join(with: String(key)), as: .stranger).text
        for text in [letter, page] {
            #expect(text.contains("Reader of Befriending. Sees one programme"))
            #expect(text.contains("Your last day will be 31 December 2027."))
            #expect(!text.contains("Sees everything"))
        }
        let joined = try await visitor.ask(
            "POST", PeoplePath.join.url, as: .stranger,
            form: ["key": String(key), "name": "Eve", "password": Visitor.password])
        #expect(joined.sessionToken != nil)
        let program = Visitor.Who.program(try await visitor.token(as: .reader))
        let people = try JSON(parsing: try await visitor.ask("GET", PeopleAPIPath.people.url, as: program).text)
        let members = people["items"]?.arrayValue ?? []
        let eve = try #require(members.first { $0["name"] == "Eve" })
        let ann = try #require(members.first { $0["name"] != "Eve" })
        #expect(ann["programme"] == .null && ann["lastDay"] == .null && ann["until"] == .null)
        #expect(eve["programme"] == "Befriending" && eve["lastDay"] == "2027-12-31")
        #expect(eve["until"]?.stringValue?.hasPrefix("2028-01-01T00:00:00") == true)
        let trail = try await visitor.ask("GET", TrailPath.page.url).text
        #expect(trail.contains("31 December 2027") && !trail.contains("1 January 2028"))
        await visitor.close()
    }
}

extension Visitor.Answer {
    /// What the link of an invitation carries that the page shows.
    fileprivate var joinKey: String? {
        text.split(separator: "/join?key=").dropFirst().first.map { String($0.prefix(43)) }
    }
}

extension String {
    /// How often a text stands in it.
    fileprivate func count(of text: String) -> Int {
        split(separator: text, omittingEmptySubsequences: false).count - 1
    }
}
