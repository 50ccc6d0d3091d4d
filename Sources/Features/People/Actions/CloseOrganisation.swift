import Places
import Storage
import Web

/// An owner closes an organisation: nobody belongs to it any more, and no program works for it. What it has published stays.
struct CloseOrganisation: Sendable {
    let organisation: String

    func run(in people: PeopleStore, _ services: Services) async throws(StorageError) {
        let now = services.clock()
        try await services.database.at(people.place).transaction { transaction in
            try await TokenStore(place: people.place).endAll(of: organisation, in: transaction)
            try await InvitationStore(place: people.place).removeAll(into: organisation, in: transaction)
            try await people.endMemberships(in: organisation, in: transaction)
            try await OrganisationStore(place: people.place).close(organisation, at: now, in: transaction)
        }
    }
}
