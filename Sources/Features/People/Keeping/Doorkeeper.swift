package import FoundationEssentials
package import Storage
package import Web

/// Knows the people of a place by the sessions that they have begun.
package struct Doorkeeper: Gatekeeper {
    private let sessions: SessionStore
    private let database: any Database
    private let clock: @Sendable () -> Date

    package init(place: String, _ database: any Database, clock: @escaping @Sendable () -> Date) {
        sessions = SessionStore(place: place)
        self.database = database.at(place)
        self.clock = clock
    }

    package func person(holding token: String) async throws -> SignedIn? {
        try await sessions.person(holding: token, at: clock(), in: database)
    }
}
