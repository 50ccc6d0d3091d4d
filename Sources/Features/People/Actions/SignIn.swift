import FoundationEssentials
import Storage
import Web

/// A person shows who they are by their password.
struct SignIn: Sendable {
    enum Refusal: StorageFailure, Equatable {
        /// There is no such person, or the password is another: nobody is told which.
        case wrong
        case tooMany
        case busy
        case storage(StorageError)
    }

    let email: String
    let password: String
    /// The network address that it comes from.
    let client: String

    func run(
        in people: PeopleStore, at desk: PasswordDesk, _ services: Services
    ) async throws(Refusal) -> Person {
        let account = "account \(email.lowercased())"
        guard try await mayTry(account, in: people, services) else { throw .tooMany }
        let person: Person?
        let hash: String?
        do throws(StorageError) {
            if let email = EmailAddress(email) {
                person = try await people.person(email, in: services.database.at(people.place))
            } else {
                person = nil
            }
            hash = try await people.passwordHash(of: person?.id ?? "", in: services.database.at(people.place))
        } catch {
            throw .storage(error)
        }
        guard let isRight = await desk.verify(password, against: hash) else { throw .busy }
        guard isRight, let person else { throw .wrong }
        do throws(StorageError) {
            let attempts = AttemptStore(place: people.place)
            try await attempts.forget(account, in: services.database.at(people.place))
            try await attempts.takeBack(address, in: services.database.at(people.place))
        } catch {
            throw .storage(error)
        }
        return person
    }

    private var address: String { "address \(client)" }

    /// Counts the attempt, for where it comes from and for whom it is meant.
    private func mayTry(
        _ account: String, in people: PeopleStore, _ services: Services
    ) async throws(Refusal) -> Bool {
        let attempts = AttemptStore(place: people.place)
        do throws(StorageError) {
            let now = services.clock()
            let fromHere = try await attempts.isAllowed(
                address, most: AttemptStore.mostOfAddress, at: now, in: services.database.at(people.place))
            let forThis = try await attempts.isAllowed(
                account, most: AttemptStore.mostOfAccount, at: now, in: services.database.at(people.place))
            return fromHere && forThis
        } catch {
            throw .storage(error)
        }
    }
}
