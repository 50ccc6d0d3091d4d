import FoundationEssentials
import Jobs
import Mail
import Places
import Storage
import Web
import Words

/// Somebody who may, turns a person's second step off who has lost it: the person then signs in with their password alone, and sets it
/// up anew. Their sessions end, and a letter tells them.
///
/// An owner may do so only for people who belong to that organisation and no other, and a facilitator for everybody but facilitators:
/// nobody weakens an account that opens more than what is theirs to give. For the rest there is the owner's link.
struct LetInAgain: Sendable {
    enum Refusal: StorageFailure, Equatable {
        /// There is no such person among those for whom it may be done, or it is oneself.
        case notTheirs
        case storage(StorageError)
    }

    enum By: Sendable {
        case owner(of: String)
        case facilitator
    }

    let person: String
    let actor: String
    let by: By
    let catalogue: Catalogue

    func run(in people: PeopleStore, _ services: Services) async throws(Refusal) {
        let now = services.clock()
        try await services.database.at(people.place).transaction(throwing: Refusal.self) { transaction in
            guard let found = try await people.person(id: person, in: transaction),
                try await isAllowed(found, in: people, at: now, transaction)
            else { throw Refusal.notTheirs }
            try await SecondFactorStore(place: people.place, services.key).remove(person, in: transaction)
            try await SessionStore(place: people.place).endAll(of: person, except: nil, in: transaction)
            guard let postbox = services.postbox else { return }
            try await postbox.post(letter(to: found), to: people.place, transaction)
        }
        services.jobs.wake()
    }

    func isAllowed(
        _ found: Person, in people: PeopleStore, at now: Date, _ store: any Reading
    ) async throws(StorageError) -> Bool {
        guard found.id != actor, !found.isFacilitator else { return false }
        guard case .owner(let organisation) = by else { return true }
        let own = try await people.memberships(of: found.id, in: store).filter { $0.isInForce(at: now) }
        return !own.isEmpty && own.allSatisfy { $0.organisation.id == organisation }
    }

    private func letter(to found: Person) -> Letter {
        Letter(
            to: Mailbox(found.email.text), "Your second step was turned off",
            [
                "Hello \(found.name),",
                "Somebody who may do so turned off the second step of your sign-in, as for a person who has lost the app with their codes. You sign in with your password alone until you set it up again.",
                "If you did not ask for that, choose a new password now, and tell an owner of your organisation.",
            ], in: catalogue)
    }
}
