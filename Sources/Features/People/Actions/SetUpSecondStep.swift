import Crypto
import FoundationEssentials
import Storage
import Web

/// A person begins to set up the second step: a new secret, which counts for nothing until its first code was given.
struct BeginSecondStep: Sendable {
    let person: String

    func run(in people: PeopleStore, _ services: Services) async throws(StorageError) {
        let secret = services.randomness(OneTimeCode.secretLength)
        try await SecondFactorStore(place: people.place, services.key).begin(
            secret, for: person, at: services.clock(), in: services.database.at(people.place))
    }
}

/// A person gives the first code of their app: from now on one is asked for at each sign-in. Every other session ends.
struct ConfirmSecondStep: Sendable {
    private static let mostOfPerson = 10

    enum Refusal: StorageFailure, Equatable {
        case wrong
        case tooMany
        case storage(StorageError)
    }

    let person: String
    let session: String
    let code: String

    /// - Returns: the recovery codes, which are shown once.
    func run(in people: PeopleStore, _ services: Services) async throws(Refusal) -> [RecoveryCode] {
        let database = services.database.at(people.place)
        let now = services.clock()
        let isAllowed: Bool
        do {
            isAllowed = try await AttemptStore(place: people.place).isAllowed(
                "first code \(person)", most: Self.mostOfPerson, at: now, in: database)
        } catch {
            throw .storage(error)
        }
        guard isAllowed else { throw .tooMany }
        let factors = SecondFactorStore(place: people.place, services.key)
        let codes = (0..<RecoveryCode.number).map { _ in RecoveryCode(from: services.randomness) }
        try await database.transaction(throwing: Refusal.self) { transaction in
            guard let factor = try await factors.find(person, in: transaction), !factor.isConfirmed,
                let step = OneTimeCode.step(
                    of: code.filter { !$0.isWhitespace }, secret: factor.secret, at: Int(now.timeIntervalSince1970),
                    after: factor.lastStep),
                try await factors.confirm(person, step: step, in: transaction)
            else { throw Refusal.wrong }
            try await factors.setCodes(codes, of: person, at: now, in: transaction)
            try await SessionStore(place: people.place).endAll(of: person, except: session, in: transaction)
        }
        return codes
    }
}
