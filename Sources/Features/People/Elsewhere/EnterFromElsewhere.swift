import Crypto
import FoundationEssentials
import Places
import Storage
import Web

/// Another provider has said who somebody is: the person whom it named before; else the one who has the address that it made sure of; else
/// somebody new, where that address is invited.
///
/// Here nobody has made sure of an address. Somebody else may have given this one as theirs, with a password of their own, and wait for the
/// one whose it is: so a person with a password is taken for the same only after they have shown it.
struct EnterFromElsewhere: Sendable {
    enum Refusal: StorageFailure, Equatable {
        /// The provider hasn't made sure of an address.
        case noAddress
        /// Nobody has the address, and it isn't invited.
        case nobody
        /// Somebody has the address and a password, and hasn't signed in with it.
        case hasPassword
        case storage(StorageError)
    }

    let issuer: String
    /// What the provider calls the person.
    let subject: String
    /// Nil unless the provider says that it has made sure of it.
    let email: EmailAddress?
    let name: String?
    /// The person who is signed in here already.
    let reader: String?

    func run(in people: PeopleStore, _ services: Services) async throws(Refusal) -> Person {
        let now = services.clock()
        let newID = RandomIdentifier.short(from: services.randomness)
        let identities = IdentityStore(place: people.place)
        return try await services.database.at(people.place).transaction(throwing: Refusal.self) { transaction in
            if let known = try await identities.person(issuer, subject, in: transaction),
                let person = try await people.person(id: known, in: transaction)
            {
                return person
            }
            guard let email else { throw Refusal.noAddress }
            let person = try await people.person(email, in: transaction)
            let found: Person
            if let person {
                let hash = try await people.passwordHash(of: person.id, in: transaction)
                guard hash == nil || person.id == reader else { throw Refusal.hasPassword }
                found = person
            } else {
                found = try await join(email, newID, people, at: now, transaction)
            }
            try await identities.add(issuer, subject, of: found.id, at: now, in: transaction)
            return found
        }
    }

    /// Makes a person of somebody who is invited, without a password, and takes all their invitations up.
    private func join(
        _ email: EmailAddress, _ id: String, _ people: PeopleStore, at now: Date, _ transaction: any Transaction
    ) async throws -> Person {
        let store = InvitationStore(place: people.place)
        let invitations = try await store.open(for: email, at: now, in: transaction)
        guard !invitations.isEmpty else { throw Refusal.nobody }
        let shown = String((name ?? email.text).filter { !$0.isNewline }.prefix(Person.longestName))
        let person = Person(id: id, name: shown, email: email, isFacilitator: false, created: now)
        try await people.add(person, password: nil, in: transaction)
        for invitation in invitations {
            try await people.setMembership(
                of: id, in: invitation.organisation.id, invitation.role, programme: invitation.programme?.id,
                until: invitation.until, since: now, in: transaction)
            try await store.remove(invitation.id, of: invitation.organisation.id, in: transaction)
        }
        return person
    }
}

/// Every statement about who somebody is to another provider. Its name for a person is kept as a SHA-256.
struct IdentityStore: Sendable {
    let place: String

    func person(_ issuer: String, _ subject: String, in store: any Reading) async throws(StorageError) -> String? {
        try await store.first(
            """
            SELECT person FROM identity
            WHERE place = \(place) AND issuer = \(issuer) AND subject = \(digest(issuer, subject))
            """
        ) { try $0.column(0) }
    }

    func add(
        _ issuer: String, _ subject: String, of person: String, at now: Date, in store: any Writing
    ) async throws(StorageError) {
        try await store.execute(
            """
            INSERT INTO identity (place, issuer, subject, person, created)
            VALUES (\(place), \(issuer), \(digest(issuer, subject)), \(person), \(now))
            """)
    }

    private func digest(_ issuer: String, _ subject: String) -> String {
        hex(sha256(Array("\(issuer)\n\(subject)".utf8)))
    }
}
