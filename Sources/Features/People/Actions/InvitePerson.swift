import Crypto
import FoundationEssentials
import Jobs
import Places
import Storage
import Web

/// Somebody who may, invites a person into an organisation.
struct InvitePerson: Sendable {
    /// So many may be open in an organisation at once.
    static let mostOpen = 100

    enum Refusal: StorageFailure, Equatable {
        case tooMany
        case storage(StorageError)
    }

    let email: EmailAddress
    let organisation: Organisation
    let role: Role
    /// The one programme that the person is let in to; nil for all of the organisation.
    var programme: Programme?
    let until: Date?
    let invitedBy: String
    /// What is written to the person; nil where no mail is sent, and the one who invites passes the link on.
    let letter: InvitationLetter?

    /// - Returns: the token of the link. It is shown once; only its digest is kept.
    func run(in place: String, _ services: Services) async throws(Refusal) -> String {
        guard try await mayWrite(in: place, services) else { throw .tooMany }
        let store = InvitationStore(place: place)
        let now = services.clock()
        let token = try await services.database.at(place).transaction(throwing: Refusal.self) { transaction in
            let open = try await store.open(to: organisation.id, at: now, in: transaction)
            guard open.count < Self.mostOpen else { throw Refusal.tooMany }
            // A second invitation takes the place of the first: one link a person.
            for earlier in open where earlier.email == email {
                try await store.remove(earlier.id, of: organisation.id, in: transaction)
            }
            return try await add(in: place, services, transaction)
        }
        services.jobs.wake()
        return token
    }

    /// Adds the invitation, within something larger that has made sure that it may be. Wake the queue after it.
    func add(
        in place: String, _ services: Services, _ transaction: any Transaction
    ) async throws(StorageError) -> String {
        let token = services.sessions.newToken()
        let now = services.clock()
        let invitation = Invitation(
            id: RandomIdentifier.short(from: services.randomness), email: email, organisation: organisation,
            role: role, programme: programme, until: until, expires: now.addingTimeInterval(Invitation.lifetime))
        try await InvitationStore(place: place).add(invitation, token: token, by: invitedBy, at: now, in: transaction)
        if let letter, let postbox = services.postbox {
            try await postbox.post(letter.letter(for: invitation, token: token), to: place, transaction)
        }
        return token
    }

    /// Whether another letter to this address would not be one too many.
    private func mayWrite(in place: String, _ services: Services) async throws(Refusal) -> Bool {
        guard letter != nil else { return true }
        do {
            return try await AttemptStore(place: place).isAllowed(
                "letter \(email)", most: AttemptStore.mostOfLetters, at: services.clock(),
                in: services.database.at(place))
        } catch {
            throw .storage(error)
        }
    }
}
