import FoundationEssentials
import Jobs
import Mail
import Storage
import Web

/// A person's e-mail address becomes another one; every other session of theirs ends.
struct ChangeAddress: Sendable {
    enum Refusal: StorageFailure, Equatable {
        /// Somebody has the new address already.
        case taken
        /// The address or the password has changed since this was asked for, or the person is no longer here.
        case stale
        case storage(StorageError)
    }

    let change: AddressChange
    /// The session that goes on.
    let session: String?
    /// What is written to the earlier address; nil where no mail is sent.
    let notice: AddressLetters?

    func run(in people: PeopleStore, _ services: Services) async throws(Refusal) {
        try await services.database.at(people.place).transaction(throwing: Refusal.self) { transaction in
            let hash = try await people.passwordHash(of: change.person, in: transaction)
            guard let person = try await people.person(id: change.person, in: transaction),
                change.isOf(person, hash: hash)
            else { throw Refusal.stale }
            guard try await people.person(change.new, in: transaction) == nil else { throw Refusal.taken }
            try await people.setEmail(change.new, of: person.id, in: transaction)
            try await SessionStore(place: people.place).endAll(of: person.id, except: session, in: transaction)
            // A link for a new password that lies in the earlier mailbox is not to let anybody in.
            try await ResetStore(place: people.place).end(of: person.id, in: transaction)
            guard let notice, let postbox = services.postbox else { return }
            try await postbox.post(notice.changed(change), to: people.place, transaction)
        }
        services.jobs.wake()
    }
}
