import Crypto
import FoundationEssentials
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
    let until: Date?
    let invitedBy: String

    /// - Returns: the token of the link. It is shown once; only its digest is kept.
    func run(in place: String, _ services: Services, _ transaction: (any Transaction)? = nil) async throws(Refusal)
        -> String
    {
        let token = services.sessions.newToken()
        let now = services.clock()
        let invitation = Invitation(
            id: RandomIdentifier.short(from: services.randomness), email: email, organisation: organisation,
            role: role, until: until, expires: now.addingTimeInterval(Invitation.lifetime))
        let store = InvitationStore(place: place)
        if let transaction {
            do { try await store.add(invitation, token: token, by: invitedBy, at: now, in: transaction) } catch {
                throw .storage(error)
            }
            return token
        }
        return try await services.database.at(place).transaction(throwing: Refusal.self) { transaction in
            let open = try await store.open(to: organisation.id, at: now, in: transaction)
            guard open.count < Self.mostOpen else { throw Refusal.tooMany }
            // A second invitation takes the place of the first: one link a person.
            for earlier in open where earlier.email == email {
                try await store.remove(earlier.id, of: organisation.id, in: transaction)
            }
            try await store.add(invitation, token: token, by: invitedBy, at: now, in: transaction)
            return token
        }
    }
}
