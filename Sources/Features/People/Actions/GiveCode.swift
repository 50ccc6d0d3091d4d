import Crypto
import FoundationEssentials
import Storage
import Web

/// A person shows, by a code of their app or a recovery code, that they hold what they set up. Each is good once.
struct GiveCode: Sendable {
    /// For one person, within the window of the attempts.
    private static let mostOfPerson = 5

    enum Refusal: StorageFailure, Equatable {
        case wrong
        case tooMany
        case storage(StorageError)
    }

    let person: String
    /// As it was typed.
    let code: String

    func run(in people: PeopleStore, _ services: Services) async throws(Refusal) {
        let isAllowed: Bool
        do { isAllowed = try await mayTry(in: people, services) } catch { throw .storage(error) }
        guard isAllowed else { throw .tooMany }
        let factors = SecondFactorStore(place: people.place, services.key)
        let now = Int(services.clock().timeIntervalSince1970)
        let isRight = try await services.database.at(people.place).transaction(throwing: Refusal.self) { transaction in
            if let recovery = RecoveryCode(typed: code) {
                return try await factors.take(recovery, of: person, in: transaction)
            }
            guard let factor = try await factors.find(person, in: transaction), factor.isConfirmed,
                let step = OneTimeCode.step(
                    of: code.filter { !$0.isWhitespace }, secret: factor.secret, at: now, after: factor.lastStep)
            else { return false }
            return try await factors.take(step, of: person, in: transaction)
        }
        guard isRight else { throw .wrong }
        do {
            try await AttemptStore(place: people.place).forget(subject, in: services.database.at(people.place))
        } catch {
            throw .storage(error)
        }
    }

    private var subject: String { "code \(person)" }

    private func mayTry(in people: PeopleStore, _ services: Services) async throws(StorageError) -> Bool {
        try await AttemptStore(place: people.place).isAllowed(
            subject, most: Self.mostOfPerson, at: services.clock(), in: services.database.at(people.place))
    }
}
