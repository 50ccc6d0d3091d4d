package import FoundationEssentials
package import Storage
package import Web

/// Knows the people of a place by the sessions that they have begun.
package struct Doorkeeper: Gatekeeper {
    private let sessions: SessionStore
    private let tokens: TokenStore
    private let database: any Database
    private let clock: @Sendable () -> Date

    package init(place: String, _ database: any Database, clock: @escaping @Sendable () -> Date) {
        sessions = SessionStore(place: place)
        tokens = TokenStore(place: place)
        self.database = database.at(place)
        self.clock = clock
    }

    package func person(holding token: String) async throws -> SignedIn? {
        try await sessions.person(holding: token, at: clock(), in: database)
    }

    package func program(holding token: String, from client: String) async throws -> TokenBearer? {
        let now = clock()
        if let program = try await tokens.program(holding: token, at: now, in: database) { return program }
        // A right token is taken even so: behind a proxy all come from one address.
        let isAllowed = try await AttemptStore(place: tokens.place).isAllowed(
            "token \(client)", most: AttemptStore.mostOfAddress, at: now, in: database)
        guard isAllowed else { throw Problem.tooManyTokens }
        return nil
    }
}
