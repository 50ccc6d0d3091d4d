import Configuration
import FoundationEssentials
import Jobs
import Mail
import Places
import Storage
import Web
import Words

/// Whoever asked shows, by the link in the letter, that the address is theirs. Now the facilitators see the request, and are written to.
struct ConfirmJoinRequest: Sendable {
    /// So many times within the window of the attempts are facilitators written to; the page shows the others.
    private static let mostLetters = 10

    enum Refusal: StorageFailure, Equatable {
        case gone
        /// So many wait for an answer that no other is taken.
        case full
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
            let waiting = try await store.waiting(in: transaction)
            let earlier = waiting.filter { $0.isLike(request) }
            guard waiting.count - earlier.count < JoinRequest.mostWaiting else { throw Refusal.full }
            for one in earlier { try await store.remove(one.id, in: transaction) }
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
