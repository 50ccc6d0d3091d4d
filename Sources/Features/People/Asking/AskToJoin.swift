import Configuration
import Crypto
import FoundationEssentials
import Jobs
import Mail
import Storage
import Web
import Words

/// Somebody asks that an organisation may join. Where mail is sent they confirm their address first, and the request is seen by nobody until
/// then; else it waits for the facilitators at once, marked as not confirmed. Who or what is here already makes no difference.
struct AskToJoin: Sendable {
    /// Within the window of the attempts, from one network address and for one e-mail address.
    private static let mostOfClient = 20
    private static let mostOfAddress = 3

    enum Refusal: StorageFailure, Equatable {
        case tooMany
        /// So many wait that no other is taken.
        case full
        case storage(StorageError)
    }

    let organisation: String
    let name: String
    let email: EmailAddress
    let message: String
    /// The network address that it comes from.
    let client: String
    /// The whole address of the link that confirms it, by its token.
    let link: @Sendable (String) -> String
    let catalogue: Catalogue

    func run(in place: String, _ services: Services) async throws(Refusal) {
        let isAllowed: Bool
        do { isAllowed = try await mayAsk(in: place, services) } catch { throw .storage(error) }
        guard isAllowed else { throw .tooMany }
        let request = JoinRequest(
            id: RandomIdentifier.short(from: services.randomness), organisation: organisation, name: name, email: email,
            message: message, language: catalogue.language.code, created: services.clock())
        let store = JoinRequestStore(place: place)
        let token = services.sessions.newToken()
        try await services.database.at(place).transaction(throwing: Refusal.self) { transaction in
            guard let postbox = services.postbox else {
                let waiting = try await store.waiting(in: transaction)
                guard waiting.count < JoinRequest.mostWaiting else { throw Refusal.full }
                // Nobody has shown whose the address is, so the earlier one stays.
                guard !waiting.contains(where: request.isLike) else { return }
                return try await store.add(request, token: nil, in: transaction)
            }
            guard try await store.countUnconfirmed(in: transaction) < JoinRequest.mostUnconfirmed else {
                throw Refusal.full
            }
            try await store.add(request, token: token, in: transaction)
            let letter = JoinRequestLetters(catalogue: catalogue).confirm(email, link: link(token))
            try await postbox.post(letter, to: place, transaction)
        }
        services.jobs.wake()
    }

    private func mayAsk(in place: String, _ services: Services) async throws(StorageError) -> Bool {
        let (attempts, now, database) = (AttemptStore(place: place), services.clock(), services.database.at(place))
        let fromHere = try await attempts.isAllowed(
            "ask from \(client)", most: Self.mostOfClient, at: now, in: database)
        let forThis = try await attempts.isAllowed("ask \(email)", most: Self.mostOfAddress, at: now, in: database)
        return fromHere && forThis
    }
}

/// Whoever asked shows, by the link in the letter, that the address is theirs. Now the facilitators see the request, and are written to.
struct ConfirmJoinRequest: Sendable {
    /// So many times within the window of the attempts are facilitators written to; the page shows the others.
    private static let mostLetters = 10

    enum Refusal: StorageFailure, Equatable {
        case gone
        case storage(StorageError)
    }

    let token: String
    /// The address of the page where a facilitator answers it, by its identifier.
    let link: @Sendable (String) -> String

    func run(in people: PeopleStore, _ services: Services) async throws(Refusal) {
        let (database, now) = (services.database.at(people.place), services.clock())
        let store = JoinRequestStore(place: people.place)
        let (isThere, mayWrite): (Bool, Bool)
        do throws(StorageError) {
            // A link that opens nothing is not counted.
            isThere = try await store.find(confirmedBy: token, at: now, in: database) != nil
            mayWrite =
                isThere
                ? try await AttemptStore(place: people.place).isAllowed(
                    "letters about requests", most: Self.mostLetters, at: now, in: database) : false
        } catch {
            throw .storage(error)
        }
        guard isThere else { throw .gone }
        // Of them it isn't known in which language they read.
        let letters = JoinRequestLetters(catalogue: services.catalogues[services.settings.language])
        try await database.transaction(throwing: Refusal.self) { transaction in
            guard let request = try await store.find(confirmedBy: token, at: now, in: transaction) else {
                throw Refusal.gone
            }
            // Who asks once more means what they say now.
            for earlier in try await store.waiting(in: transaction) where earlier.isLike(request) {
                try await store.remove(earlier.id, in: transaction)
            }
            try await store.confirm(request.id, in: transaction)
            guard mayWrite, let postbox = services.postbox else { return }
            for facilitator in try await people.facilitators(in: transaction) {
                let letter = letters.waiting(request, to: facilitator, link: link(request.id))
                try await postbox.post(letter, to: people.place, transaction)
            }
        }
        services.jobs.wake()
    }
}
