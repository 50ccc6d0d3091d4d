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
    func run(in place: String, _ services: Services) async throws(StorageError) -> String {
        let token = try await services.database.at(place).transaction { transaction throws(StorageError) in
            try await run(in: place, services, transaction)
        }
        services.jobs.wake()
        return token
    }

    /// The same within something larger. Wake the queue after it.
    func run(
        in place: String, _ services: Services, _ transaction: any Transaction
    ) async throws(StorageError) -> String {
        let organisation = Organisation(
            id: RandomIdentifier.short(from: services.randomness), name: name, created: services.clock())
        try await OrganisationStore(place: place).add(organisation, in: transaction)
        return try await InvitePerson(
            email: owner, organisation: organisation, role: .owner, until: nil, invitedBy: invitedBy, letter: letter
        ).add(in: place, services, transaction)
    }
}
