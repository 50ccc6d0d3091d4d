import Crypto
import FoundationEssentials
import Places
import Storage
import Web

/// A person takes up an invitation: as somebody new, or as who they are here already.
struct AcceptInvitation: Sendable {
    enum Refusal: StorageFailure, Equatable {
        /// It was used, taken back, or has run out.
        case gone
        /// There is somebody of the invited address already: the invitation is theirs to take up, once they have signed in.
        case known
        /// It would make something else of the organisation's last owner.
        case lastOwner
        case storage(StorageError)
    }

    enum Who: Sendable {
        case new(name: String, NewPassword)
        case known(Person)
    }

    let token: String
    let who: Who

    func run(in people: PeopleStore, _ services: Services) async throws(Refusal) -> Person {
        let now = services.clock()
        let newID = RandomIdentifier.short(from: services.randomness)
        let invitations = InvitationStore(place: people.place)
        // Whoever is new here does this themselves, too.
        let author: Author =
            switch who {
            case .known(let known): .current.being(person: known.id)
            case .new: .current.being(person: newID)
            }
        return try await author.run { () throws(Refusal) in
            try await accept(newID, at: now, people, invitations, services)
        }
    }

    private func accept(
        _ newID: String, at now: Date, _ people: PeopleStore, _ invitations: InvitationStore, _ services: Services
    ) async throws(Refusal) -> Person {
        try await services.database.at(people.place).transaction(throwing: Refusal.self) { transaction in
            guard let invitation = try await invitations.find(token, at: now, in: transaction) else {
                throw Refusal.gone
            }
            let person: Person
            switch who {
            case .known(let known):
                guard known.email == invitation.email else { throw Refusal.gone }
                let members = try await people.members(of: invitation.organisation.id, in: transaction)
                let own = members.first { $0.person.id == known.id }
                guard own?.mayBecome(invitation.role, until: invitation.until, among: members) ?? true else {
                    throw Refusal.lastOwner
                }
                person = known
            case .new(let name, let password):
                guard try await people.person(invitation.email, in: transaction) == nil else { throw Refusal.known }
                person = Person(id: newID, name: name, email: invitation.email, isFacilitator: false, created: now)
                try await people.add(person, password: password.hash, in: transaction)
            }
            try await people.setMembership(
                of: person.id, in: invitation.organisation.id, invitation.role, programme: invitation.programme?.id,
                until: invitation.until, since: now,
                in: transaction)
            try await invitations.remove(invitation.id, of: invitation.organisation.id, in: transaction)
            return person
        }
    }
}
