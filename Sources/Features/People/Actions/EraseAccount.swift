import FoundationEssentials
import Places
import Storage
import Web

/// A person has their account erased: who they are, what they belong to, and every way in. The audit trail goes on naming them by an
/// identifier that now leads to nobody.
struct EraseAccount: Sendable {
    enum Refusal: StorageFailure, Equatable {
        case blocked([Hindrance])
        case gone
        case storage(StorageError)
    }

    /// What the person has to see to first.
    enum Hindrance: Sendable, Equatable {
        /// An organisation that would be left without a lasting owner.
        case lastOwner(of: Organisation)
        case lastFacilitator
    }

    let person: String

    func run(in people: PeopleStore, _ services: Services) async throws(Refusal) {
        let database = services.database.at(people.place)
        let now = services.clock()
        try await database.transaction(throwing: Refusal.self) { transaction in
            guard let found = try await people.person(id: person, in: transaction) else { throw Refusal.gone }
            let hindrances = try await Self.hindrances(of: found, in: people, at: now, transaction)
            guard hindrances.isEmpty else { throw Refusal.blocked(hindrances) }
            try await Self.remove(found, in: people, transaction)
        }
        do throws(StorageError) {
            try await database.forgetRemoved()
        } catch {
            // The account is gone; the bytes that it left on the disk go the next time that this is done.
            services.log.failure("forget", [("error", "\(error)")])
        }
    }

    static func remove(
        _ person: Person, in people: PeopleStore, _ transaction: any Transaction
    ) async throws(StorageError) {
        try await InvitationStore(place: people.place).removeAll(to: person.email, in: transaction)
        try await JoinRequestStore(place: people.place).removeAll(from: person.email, in: transaction)
        try await AttemptStore(place: people.place).forgetAll(of: person.email, in: transaction)
        try await people.remove(person.id, in: transaction)
    }

    static func hindrances(
        of person: Person, in people: PeopleStore, at now: Date, _ store: any Reading
    ) async throws(StorageError) -> [Hindrance] {
        var found: [Hindrance] = []
        for membership in try await people.memberships(of: person.id, in: store)
        where membership.role == .owner && membership.isInForce(at: now) {
            let others = try await people.members(of: membership.organisation.id, in: store).filter {
                $0.role == .owner && $0.until == nil && $0.person.id != person.id
            }
            if others.isEmpty { found.append(.lastOwner(of: membership.organisation)) }
        }
        if person.isFacilitator, try await people.facilitators(in: store).count == 1 { found.append(.lastFacilitator) }
        return found
    }
}
