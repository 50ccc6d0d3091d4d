import Crypto
import FoundationEssentials
import Places
import Storage
import Web

/// Whoever runs the server founds the place: becomes its facilitator, and the owner of its first organisation.
struct FoundPlace: Sendable {
    enum Refusal: StorageFailure, Equatable {
        case alreadyFounded
        case storage(StorageError)
    }

    let name: String
    let email: EmailAddress
    let organisation: String
    let password: NewPassword

    func run(
        in people: PeopleStore, _ services: Services
    ) async throws(Refusal) -> Person {
        let person = Person(
            id: RandomIdentifier.short(from: services.randomness), name: name, email: email, isFacilitator: true,
            created: services.clock())
        let organisations = OrganisationStore(place: people.place)
        let newID = RandomIdentifier.short(from: services.randomness)
        return try await Author.current.being(person: person.id).run { () throws(Refusal) in
            try await found(person, newID, people, organisations, services)
        }
    }

    private func found(
        _ person: Person, _ newID: String, _ people: PeopleStore, _ organisations: OrganisationStore,
        _ services: Services
    ) async throws(Refusal) -> Person {
        try await services.database.at(people.place).transaction(throwing: Refusal.self) { transaction in
            guard try await !people.isFounded(in: transaction) else { throw Refusal.alreadyFounded }
            // What was there before people existed belongs to an organisation that nobody has named yet.
            let unnamed = try await organisations.all(in: transaction).first { $0.name.isEmpty }
            let id = unnamed?.id ?? newID
            if unnamed != nil { try await organisations.rename(id, to: organisation, in: transaction) }
            try await organisations.add(
                Organisation(id: id, name: organisation, created: person.created), in: transaction)
            try await people.add(person, password: password.hash, in: transaction)
            try await people.setMembership(
                of: person.id, in: id, .owner, programme: nil, until: nil, since: person.created, in: transaction)
            return person
        }
    }
}
