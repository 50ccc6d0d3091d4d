import FoundationEssentials
import Jobs
import Mail
import Storage
import Web
import Words

/// Somebody has forgotten their password and asks for a link by mail. What is done, and how long it takes, is the same whether or not
/// anybody has the address.
struct AskForNewPassword: Sendable {
    /// For one address, within the window of the attempts.
    private static let mostOfAccount = 3

    enum Refusal: StorageFailure, Equatable {
        case tooMany
        case storage(StorageError)
    }

    let email: EmailAddress
    /// The network address that it comes from.
    let client: String
    /// The whole address of the link, by its token.
    let link: @Sendable (String) -> String
    let catalogue: Catalogue

    func run(in people: PeopleStore, _ postbox: Postbox, _ services: Services) async throws(Refusal) {
        let database = services.database.at(people.place)
        let attempts = AttemptStore(place: people.place)
        let now = services.clock()
        let isAllowed: Bool
        do throws(StorageError) {
            let fromHere = try await attempts.isAllowed(
                "reset from \(client)", most: AttemptStore.mostOfAddress, at: now, in: database)
            let forThis = try await attempts.isAllowed(
                "reset \(email)", most: Self.mostOfAccount, at: now, in: database)
            isAllowed = fromHere && forThis
        } catch {
            throw .storage(error)
        }
        guard isAllowed else { throw .tooMany }
        let token = services.sessions.newToken()
        try await database.transaction(throwing: Refusal.self) { transaction in
            let person = try await people.person(email, in: transaction)
            try await ResetStore(place: people.place).add(token, for: person?.id, at: now, in: transaction)
            try await postbox.post(letter(token, isForSomebody: person != nil), to: people.place, transaction)
        }
        services.jobs.wake()
    }

    private func letter(_ token: String, isForSomebody: Bool) -> Letter {
        Letter(
            to: isForSomebody ? Mailbox(email.text) : nil, "Choose a new password",
            [
                "Hello,",
                "Somebody asked for a new password for \(email.text). If that was you, open this link within an hour. It works once:",
                Phrase(verbatim: link(token)),
                "If it was not you, you need do nothing: your password stays as it is.",
            ], in: catalogue)
    }
}

/// Somebody who came by the link chooses a new password. Every session ends, and they sign in with it.
struct ResetPassword: Sendable {
    enum Refusal: StorageFailure, Equatable {
        /// The link was used, has run out, or is none.
        case gone
        case storage(StorageError)
    }

    let token: String
    let password: NewPassword
    let letters: WayInLetters

    func run(in people: PeopleStore, _ services: Services) async throws(Refusal) {
        let now = services.clock()
        let resets = ResetStore(place: people.place)
        let database = services.database.at(people.place)
        let email = try await database.transaction(throwing: Refusal.self) { transaction in
            guard let id = try await resets.person(holding: token, at: now, in: transaction),
                let person = try await people.person(id: id, in: transaction)
            else { throw Refusal.gone }
            try await people.setPassword(password.hash, of: id, in: transaction)
            try await resets.end(of: id, in: transaction)
            try await SessionStore(place: people.place).endAll(of: id, except: nil, in: transaction)
            try await services.postbox?.post(letters.passwordChanged(of: person), to: people.place, transaction)
            return person.email
        }
        services.jobs.wake()
        do {
            try await AttemptStore(place: people.place).forget("account \(email)", in: database)
        } catch {
            throw .storage(error)
        }
    }
}
