import Places
import Testing

@testable import InsideOutcomes
@testable import Web

extension Visitor {
    /// Has somebody invited into the organisation that `inviter` acts for, lets them join, and gives the token of their session.
    func join(as role: Role, _ name: String, by inviter: Who = .founder) async throws -> String {
        let answer = try await ask(
            "POST", "/organisation/invitations", as: inviter,
            form: ["email": "\(name)@example.org", "role": role.rawValue])
        return try await accept(answer, name)
    }

    /// Has another organisation brought in, and gives the token of its owner's session.
    func bringIn(_ organisation: String, owner name: String) async throws -> String {
        let answer = try await ask(
            "POST", "/place/organisations", form: ["name": organisation, "email": "\(name)@example.org"])
        return try await accept(answer, name)
    }

    /// Has a token made for a program, by whoever answers for an organisation.
    func token(as role: Role, by maker: Who = .founder) async throws -> String {
        let answer = try await ask(
            "POST", "/organisation/tokens", as: maker, form: ["name": role.rawValue, "role": role.rawValue])
        let found = try #require(answer.text.split(separator: "<code>").dropFirst().first)
        return String(found.prefix { $0 != "<" })
    }

    private func accept(_ invited: Answer, _ name: String) async throws -> String {
        let key = try #require(invited.text.split(separator: "/join?key=").dropFirst().first?.prefix(43))
        let answer = try await ask(
            "POST", "/join", as: .stranger, form: ["key": String(key), "name": name, "password": Self.password])
        return try #require(answer.sessionToken)
    }
}
