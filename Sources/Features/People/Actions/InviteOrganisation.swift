import Crypto
import FoundationEssentials
import Jobs
import Places
import Storage
import Web

/// A facilitator brings an organisation into the place: it is there at once, and waits for its first owner. As long as nobody belongs to
/// it, it can be brought in again, such as with a right address; the invitation before then ends.
struct InviteOrganisation: Sendable {
    let name: String
    let owner: EmailAddress
    let invitedBy: String
    let letter: InvitationLetter?

    /// - Returns: the token of the link for the owner-to-be; nil where people belong to an organisation of this name.
    func run(in place: String, _ services: Services) async throws(StorageError) -> String? {
        let token = try await services.database.at(place).transaction { transaction throws(StorageError) in
            try await run(in: place, services, transaction)
        }
        services.jobs.wake()
        return token
    }

    /// The same within something larger. Wake the queue after it.
    func run(
        in place: String, _ services: Services, _ transaction: any Transaction
    ) async throws(StorageError) -> String? {
        let organisations = OrganisationStore(place: place)
        let known = try await organisations.open(in: transaction).first { $0.name.lowercased() == name.lowercased() }
        if let known {
            guard try await PeopleStore(place: place).waiting([known], in: transaction).contains(known.id) else {
                return nil
            }
            try await InvitationStore(place: place).removeAll(into: known.id, in: transaction)
        }
        let organisation =
            known
            ?? Organisation(
                id: RandomIdentifier.short(from: services.randomness), name: name, created: services.clock())
        try await organisations.add(organisation, in: transaction)
        return try await InvitePerson(
            email: owner, organisation: organisation, role: .owner, until: nil, invitedBy: invitedBy, letter: letter
        ).add(in: place, services, transaction)
    }
}
