package import FoundationEssentials
package import Storage

/// Removes what is kept of people for a while only. Each piece gives how many there were.
package struct PastPeople: Sendable {
    private let place: String

    package init(place: String) {
        self.place = place
    }

    package func removeSessions(before moment: Date, in store: any Transaction) async throws(StorageError) -> Int {
        try await SessionStore(place: place).remove(before: moment, in: store)
    }

    package func removeInvitations(at now: Date, in store: any Transaction) async throws(StorageError) -> Int {
        try await InvitationStore(place: place).removeRunOut(at: now, in: store)
    }

    package func removeTokens(at now: Date, in store: any Transaction) async throws(StorageError) -> Int {
        try await TokenStore(place: place).removeRunOut(at: now, in: store)
    }

    package func removeResets(at now: Date, in store: any Transaction) async throws(StorageError) -> Int {
        try await ResetStore(place: place).removeRunOut(at: now, in: store)
    }

    package func removeAttempts(before moment: Date, in store: any Transaction) async throws(StorageError) -> Int {
        try await AttemptStore(place: place).remove(before: moment, in: store)
    }

    /// - Parameter moment: before which they were answered, or made without an answer.
    package func removeRequests(
        before moment: Date, at now: Date, in store: any Transaction
    ) async throws(StorageError) -> Int {
        try await JoinRequestStore(place: place).remove(before: moment, at: now, in: store)
    }

    package func removeMemberships(before moment: Date, in store: any Transaction) async throws(StorageError) -> Int {
        try await PeopleStore(place: place).removeMemberships(endedBefore: moment, in: store)
    }

    /// Notes who belongs to nothing since now, forgets it of those who belong again, and erases those who have done so for long enough
    /// as if they had asked for it.
    package func removeUnattached(
        before moment: Date, at now: Date, in store: any Transaction
    ) async throws(StorageError) -> Int {
        let people = PeopleStore(place: place)
        try await people.noteUnattached(at: now, in: store)
        let past = try await people.unattached(before: moment, in: store)
        for person in past { try await EraseAccount.remove(person, in: people, store) }
        return past.count
    }
}
