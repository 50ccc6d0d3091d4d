package import FoundationEssentials
package import Storage

/// Removes what is kept of people for a while only: sessions and invitations that have run out, and counts of attempts.
package struct SweepPeople: Sendable {
    package init() {}

    package func run(in place: String, _ database: any Database, at now: Date) async throws(StorageError) {
        let database = database.at(place)
        try await SessionStore(place: place).sweep(at: now, in: database)
        try await InvitationStore(place: place).sweep(at: now, in: database)
        try await TokenStore(place: place).sweep(at: now, in: database)
        try await ResetStore(place: place).sweep(at: now, in: database)
        try await AttemptStore(place: place).sweep(at: now, in: database)
    }
}
