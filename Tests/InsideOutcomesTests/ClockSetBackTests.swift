import Drivers
import FoundationEssentials
import Places
import Storage
import Testing
import Web
import Words

@testable import InsideOutcomes

/// Somebody, or a bad time server, sets the machine's clock back an hour.
@Suite(.onEveryDriver) struct ClockSetBackTests {
    private let anHour = -1.0 / 24

    private func signIn(_ visitor: Visitor, _ password: String) async throws -> Visitor.Answer {
        try await visitor.ask(
            "POST", "/sign-in", as: .stranger, form: ["email": "ben@example.org", "password": password])
    }

    @Test func `nobody is signed out, and whoever signed out stays so`() async throws {
        let visitor = try await Visitor()
        let stays = try await visitor.join(as: .editor, "ben")
        let leaves = try await visitor.join(as: .reader, "cat")
        #expect(try await visitor.ask("POST", "/sign-out", as: .holder(leaves), form: [:]).status == 303)
        visitor.clock.pass(days: anHour)
        #expect(try await visitor.ask("GET", "/me", as: .holder(stays)).status == 200)
        #expect(try await visitor.ask("GET", "/me", as: .holder(leaves)).status != 200)
        await visitor.close()
    }

    @Test func `an account that was closed for wrong passwords is not opened by it, nor for ever shut`() async throws {
        let visitor = try await Visitor()
        _ = try await visitor.join(as: .editor, "ben")
        for _ in 1...10 { #expect(try await signIn(visitor, "wrong").status == 422) }
        visitor.clock.pass(days: anHour)
        #expect(try await signIn(visitor, Visitor.password).status == 429)
        // At the latest when the clock has caught up with itself.
        visitor.clock.pass(days: -anHour + 901 / 86_400)
        #expect(try await signIn(visitor, Visitor.password).status == 303)
        await visitor.close()
    }

    @Test func `the doctor says that the clock is behind what was written`() async throws {
        let visitor = try await Visitor()
        _ = try await visitor.organisation()
        let settings = visitor.installation.services.settings
        // The trail goes by the machine's own clock.
        let sound = await DatabaseCheck(settings, isDeep: true).findings()
        #expect(sound.contains { $0.kind == .good && $0.subject == "clock" })
        #expect(sound.contains { $0.kind == .good && $0.subject == "audit trail" })
        let early = await DatabaseCheck(settings, isDeep: false, now: { .now.addingTimeInterval(-3600) }).findings()
        #expect(early.contains { $0.kind == .bad && $0.subject == "clock" })
        await visitor.close()
    }
}
