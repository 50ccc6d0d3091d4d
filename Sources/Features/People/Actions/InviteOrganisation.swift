import Crypto
import FoundationEssentials
import Jobs
import Places
import Storage
import Web

/// A facilitator brings an organisation into the place: it is there at once, and waits for its first owner.
struct InviteOrganisation: Sendable {
    let name: String
    let owner: EmailAddress
    let invitedBy: String
    let letter: InvitationLetter?

    /// - Returns: the token of the link for the owner-to-be.
    func run(in place: String, _ services: Services) async throws(InvitePerson.Refusal) -> String {
        let organisation = Organisation(
            id: RandomIdentifier.short(from: services.randomness), name: name, created: services.clock())
        let invitation = InvitePerson(
            email: owner, organisation: organisation, role: .owner, until: nil, invitedBy: invitedBy,
            letter: letter)
        let database = services.database.at(place)
        let token = try await database.transaction(throwing: InvitePerson.Refusal.self) { transaction in
            try await OrganisationStore(place: place).add(organisation, in: transaction)
            return try await invitation.run(in: place, services, transaction)
        }
        services.jobs.wake()
        return token
    }
}
