import CanonicalJSON
import Testing
@testable import InsideOutcomes

extension Visitor {
    /// Publishes a small account and gives its address.
    func published() async throws -> String {
        let account = try await makeAccount(of: try await upload())
        _ = try await publish(account)
        return account
    }

    /// What an account calls the first of its outcomes.
    func firstOutcome(of account: String) async throws -> String {
        let facts = try await JSON(parsing: ask("GET", account + "/account.json", as: .stranger).text)
        return try #require(facts["outcomes"]?[0]?["outcome"]?.stringValue)
    }

    /// Publishes a draft as its check page shows it, and gives the answer.
    func publish(_ account: String, edition: Int = 1) async throws -> Answer {
        try await ask(
            "POST", account + "/publish", form: ["edition": "\(edition)", "digest": try await checked(account)])
    }

    /// What the check page says which draft it shows; empty where there is none.
    func checked(_ account: String) async throws -> String {
        let page = try await ask("GET", account + "/check").text
        return page.split(separator: "name=\"digest\" value=\"").dropFirst().first.map {
            String($0.prefix { $0 != "\"" })
        } ?? ""
    }
}
