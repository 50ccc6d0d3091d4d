import FoundationEssentials
import Places
import Storage
import Web

/// An owner says what a member is from now on, or ends it. An organisation always keeps an owner.
struct ChangeMembership: Sendable {
    enum Refusal: StorageFailure, Equatable {
        case lastOwner
        case noMember
        case storage(StorageError)
    }

    let person: String
    let organisation: String
    /// Nil ends the membership.
    let role: Role?
    /// The one programme that it is for from now on; nil for all of the organisation.
    var programme: Programme?
    let until: Date?

    func run(in people: PeopleStore, _ services: Services) async throws(Refusal) {
        let now = services.clock()
        try await services.database.at(people.place).transaction(throwing: Refusal.self) { transaction in
            let members = try await people.members(of: organisation, in: transaction)
            guard let member = members.first(where: { $0.person.id == person }) else { throw Refusal.noMember }
            guard member.mayBecome(role, until: until, among: members) else { throw Refusal.lastOwner }
            guard let role else {
                return try await people.endMembership(of: person, in: organisation, in: transaction)
            }
            try await people.setMembership(
                of: person, in: organisation, role, programme: programme?.id, until: until, since: now, in: transaction)
        }
    }
}
