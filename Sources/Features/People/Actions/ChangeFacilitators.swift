import Storage
import Web

/// A facilitator makes somebody else one too, or steps down. A place always keeps one.
struct ChangeFacilitators: Sendable {
    enum Refusal: StorageFailure, Equatable {
        case nobody
        case last
        case storage(StorageError)
    }

    enum Change: Sendable {
        case add(EmailAddress)
        case remove(person: String)
    }

    let change: Change

    func run(in people: PeopleStore, _ services: Services) async throws(Refusal) {
        try await services.database.at(people.place).transaction(throwing: Refusal.self) { transaction in
            switch change {
            case .add(let email):
                guard let person = try await people.person(email, in: transaction) else { throw Refusal.nobody }
                try await people.setFacilitator(true, person.id, in: transaction)
            case .remove(let person):
                guard try await people.facilitators(in: transaction).contains(where: { $0.id != person }) else {
                    throw Refusal.last
                }
                try await people.setFacilitator(false, person, in: transaction)
            }
        }
    }
}
