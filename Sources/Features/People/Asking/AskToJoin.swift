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
