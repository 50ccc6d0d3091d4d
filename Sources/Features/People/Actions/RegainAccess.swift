import Jobs
import Mail
import Storage
import Web

/// Whoever runs the server lets a person in again who has lost their way in: a new
/// password, no second step, and every session ended.
struct RegainAccess: Sendable {
    enum Refusal: StorageFailure, Equatable {
        case nobody
        case storage(StorageError)
    }

    let email: EmailAddress
    let password: NewPassword
    let letters: WayInLetters

    func run(in people: PeopleStore, _ services: Services) async throws(Refusal) -> Person {
        let factors = SecondFactorStore(place: people.place, services.key)
        let person = try await services.database.at(people.place).transaction(throwing: Refusal.self) { transaction in
            guard let person = try await people.person(email, in: transaction) else { throw Refusal.nobody }
            try await people.setPassword(password.hash, of: person.id, in: transaction)
            let hadSecondStep = try await factors.isOn(for: person.id, in: transaction)
            try await factors.remove(person.id, in: transaction)
            try await ResetStore(place: people.place).end(of: person.id, in: transaction)
            try await SessionStore(place: people.place).endAll(of: person.id, except: nil, in: transaction)
            guard let postbox = services.postbox else { return person }
            try await postbox.post(letters.passwordChanged(of: person), to: people.place, transaction)
            if hadSecondStep {
                try await postbox.post(letters.secondStepTurnedOff(of: person), to: people.place, transaction)
            }
            return person
        }
        services.jobs.wake()
        return person
    }
}
