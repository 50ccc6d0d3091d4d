import CanonicalJSON
import Drivers
import Places
import Storage
import Testing

@testable import InsideOutcomes
@testable import Web

@Suite(.onEveryDriver) struct ProgramFlowTests {
    private let csv = "text/csv"
    private let json = "application/json"

    @Test func `a program sends a workbook, accepts it, and reads the account that a person publishes`() async throws {
        let visitor = try await Visitor()
        let program = Visitor.Who.program(try await visitor.token(as: .editor))
        let sent = try await visitor.ask(
            "POST", "/api/v1/imports?name=map.xlsx&service=Walks", as: program, type: csv, text: "bytes")
        #expect(sent.status == 202)
        let read = try await until(visitor, program, sent.location) { $0["state"]?.stringValue != "reading" }
        #expect(read["state"]?.stringValue == "understood" && read["fileName"]?.stringValue == "map.xlsx")
        let accepted = try await visitor.ask(
            "POST", sent.location + "/account", as: program, type: json, text: #"{"language":"cy"}"#)
        #expect(accepted.status == 202)
        let made = try await until(visitor, program, accepted.location) { $0["state"]?.stringValue == "done" }
        let account = try #require(made["account"]?.stringValue)
        let address = "/api/v1/accounts/\(account)"
        let kept = try JSON(parsing: try await visitor.ask("GET", address, as: program).text)
        #expect(kept["draft"] == 1 && kept["current"] == .null && kept["isOwn"] == true)
        #expect(kept["editions"]?[0]?["language"] == "cy")
        #expect(try await visitor.ask("GET", address, as: .stranger).status == 404)
        _ = try await visitor.publish("/accounts/\(account)")
        for who in [program, .stranger] {
            let facts = try await visitor.ask("GET", address + "/facts", as: who)
            #expect(
                facts.text == (try await visitor.ask("GET", "/accounts/\(account)/account.json", as: .stranger)).text)
            let listed = try await visitor.ask("GET", "/api/v1/accounts", as: who).text
            #expect(listed.contains(account))
        }
        // Who did it stands in the trail.
        let places = visitor.installation.services.database.at(visitor.installation.place.id)
        let kinds = try await places.rows(
            "SELECT DISTINCT kind FROM audit WHERE table_name = 'import'"
        ) { try $0.column(0, as: String.self) }
        #expect(kinds == ["token"])
        await visitor.close()
    }

    @Test func `a program takes back what it sent, whether or not it was read`() async throws {
        let visitor = try await Visitor()
        let program = Visitor.Who.program(try await visitor.token(as: .contributor))
        let item = "/api/v1\(try await visitor.upload())"
        #expect(try await visitor.ask("GET", "/api/v1/imports", as: program).text.contains("map.xlsx"))
        #expect(try await visitor.ask("DELETE", item, as: program).status == 204)
        for (method, address, body) in [
            ("GET", item, nil), ("DELETE", item, nil), ("POST", item + "/answers", #"{"answers":[]}"#),
        ] {
            let answer = try await visitor.ask(
                method, address, as: program, type: body == nil ? nil : json, text: body)
            #expect(answer.status == 410, "\(method) \(address)")
        }
        #expect(try await !visitor.ask("GET", "/api/v1/imports", as: program).text.contains("map.xlsx"))
        await visitor.close()
    }

    @Test func `a program sees the organisations of the place, its own, and who belongs to that`() async throws {
        let visitor = try await Visitor()
        _ = try await visitor.bringIn("Other", owner: "other")
        let reader = Visitor.Who.program(try await visitor.token(as: .reader))
        let all = try JSON(parsing: try await visitor.ask("GET", "/api/v1/organisations", as: reader).text)
        #expect(
            Set((all["items"]?.arrayValue ?? []).compactMap { $0["name"]?.stringValue })
                == [Visitor.organisation, "Other"])
        let own = try JSON(parsing: try await visitor.ask("GET", "/api/v1/organisation", as: reader).text)
        #expect(own["may"] == ["see members", "see place", "see work"])
        let people = try JSON(parsing: try await visitor.ask("GET", "/api/v1/organisation/people", as: reader).text)
        #expect(people["items"]?.arrayValue?.compactMap { $0["role"]?.stringValue } == ["owner"])
        let contributor = Visitor.Who.program(try await visitor.token(as: .contributor))
        #expect(try await visitor.ask("GET", "/api/v1/organisation/people", as: contributor).status == 403)
        await visitor.close()
    }

    /// Asks again until the answer is as wanted; at most 20 s.
    private func until(
        _ visitor: Visitor, _ who: Visitor.Who, _ address: String, _ isRight: (JSON) -> Bool
    ) async throws -> JSON {
        for _ in 0..<2000 {
            let json = try JSON(parsing: try await visitor.ask("GET", address, as: who).text)
            if isRight(json) { return json }
            try await Task.sleep(for: .milliseconds(10))
        }
        return try JSON(parsing: try await visitor.ask("GET", address, as: who).text)
    }
}
