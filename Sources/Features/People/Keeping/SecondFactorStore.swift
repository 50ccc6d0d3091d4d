import Crypto
import FoundationEssentials
import Storage
import Web

/// Every statement about the second step at sign-in. Secrets are sealed, and recovery codes hashed, with keys made from the owner's key:
/// who has the database alone can make no code.
struct SecondFactorStore: Sendable {
    struct SecondFactor: Sendable, Equatable {
        let secret: [UInt8]
        /// Until its first code was given it counts for nothing.
        let isConfirmed: Bool
        /// The period of the last code that was taken.
        let lastStep: Int
    }

    let place: String
    private let sealKey: [UInt8]
    private let codeKey: [UInt8]

    init(place: String, _ key: OwnerKey) {
        self.place = place
        sealKey = key.derived(for: "second step secrets")
        codeKey = key.derived(for: "recovery codes")
    }

    /// Nil where there is none, or it was sealed with another key.
    func find(_ person: String, in store: any Reading) async throws(StorageError) -> SecondFactor? {
        let row = try await store.first(
            "SELECT secret, confirmed, last_step FROM second_factor WHERE place = \(place) AND person = \(person)"
        ) { row in
            (
                sealed: try row.column(0, as: [UInt8].self), isConfirmed: try row.column(1, as: Bool.self),
                lastStep: try row.column(2, as: Int.self)
            )
        }
        guard let row, let opened = Sealing.open(row.sealed, key: sealKey) else { return nil }
        let owner = Array(person.utf8)
        guard opened.starts(with: owner) else { return nil }
        return SecondFactor(
            secret: Array(opened.dropFirst(owner.count)), isConfirmed: row.isConfirmed, lastStep: row.lastStep)
    }

    /// Whether a code is asked for when a person signs in.
    func isOn(for person: String, in store: any Reading) async throws(StorageError) -> Bool {
        try await store.first(
            "SELECT 1 FROM second_factor WHERE place = \(place) AND person = \(person) AND confirmed = 1"
        ) { _ in true } ?? false
    }

    /// Keeps a secret that is still to be confirmed. One that was confirmed stays.
    func begin(_ secret: [UInt8], for person: String, at now: Date, in store: any Writing) async throws(StorageError) {
        // The person's name within: a sealed secret that is moved to another row opens nothing.
        let sealed = Sealing.seal(Array(person.utf8) + secret, key: sealKey)
        try await store.execute(
            """
            INSERT INTO second_factor (place, person, secret, confirmed, last_step, created)
            VALUES (\(place), \(person), \(sealed), 0, 0, \(now))
            ON CONFLICT (place, person) DO UPDATE SET secret = excluded.secret, created = excluded.created
            WHERE second_factor.confirmed = 0
            """)
    }

    /// - Parameter step: the period of the code that confirms it.
    /// - Returns: false where it was confirmed meanwhile.
    func confirm(_ person: String, step: Int, in store: any Writing) async throws(StorageError) -> Bool {
        try await store.execute(
            """
            UPDATE second_factor SET confirmed = 1, last_step = \(step)
            WHERE place = \(place) AND person = \(person) AND confirmed = 0
            """) == 1
    }

    /// Takes the code of a period; false where it, or a later one, was taken already, on whichever server.
    func take(_ step: Int, of person: String, in store: any Writing) async throws(StorageError) -> Bool {
        try await store.execute(
            """
            UPDATE second_factor SET last_step = \(step)
            WHERE place = \(place) AND person = \(person) AND confirmed = 1 AND last_step < \(step)
            """) == 1
    }

    func remove(_ person: String, in store: any Writing) async throws(StorageError) {
        try await store.execute([
            "DELETE FROM recovery_code WHERE place = \(place) AND person = \(person)",
            "DELETE FROM second_factor WHERE place = \(place) AND person = \(person)",
        ])
    }

    /// Puts recovery codes in the place of those before.
    func setCodes(
        _ codes: [RecoveryCode], of person: String, at now: Date, in store: any Writing
    ) async throws(StorageError) {
        let added: [SQL] = codes.map { code in
            """
            INSERT INTO recovery_code (place, person, code, created)
            VALUES (\(place), \(person), \(digest(code, person)), \(now))
            """
        }
        try await store.execute(
            ["DELETE FROM recovery_code WHERE place = \(place) AND person = \(person)"] + added)
    }

    /// Takes a recovery code; false where it is none, or was taken before.
    func take(_ code: RecoveryCode, of person: String, in store: any Writing) async throws(StorageError) -> Bool {
        try await store.execute(
            """
            DELETE FROM recovery_code
            WHERE place = \(place) AND person = \(person) AND code = \(digest(code, person))
            """) == 1
    }

    func codesLeft(of person: String, in store: any Reading) async throws(StorageError) -> Int {
        try await store.first(
            "SELECT count(*) FROM recovery_code WHERE place = \(place) AND person = \(person)"
        ) { try $0.column(0) } ?? 0
    }

    /// Those with one whom somebody may let in again as an owner of an organisation, as ``LetInAgain`` has it.
    func lettableIn(
        by actor: String, asOwnerOf organisation: String, at now: Date, in store: any Reading
    ) async throws(StorageError) -> Set<String> {
        Set(
            try await store.rows(
                """
                SELECT second_factor.person FROM second_factor
                JOIN person ON person.place = second_factor.place AND person.id = second_factor.person
                JOIN membership ON membership.place = second_factor.place AND membership.person = second_factor.person
                WHERE second_factor.place = \(place) AND membership.organisation = \(organisation)
                    AND second_factor.confirmed = 1 AND person.id <> \(actor) AND person.facilitator = 0
                    AND (membership.until IS NULL OR membership.until > \(now))
                    AND NOT EXISTS (
                        SELECT 1 FROM membership AS other
                        WHERE other.place = membership.place AND other.person = membership.person
                            AND other.organisation <> membership.organisation
                            AND (other.until IS NULL OR other.until > \(now)))
                """
            ) { try $0.column(0, as: String.self) })
    }

    /// Whether an organisation asks everybody for one.
    func isAsked(by organisation: String, in store: any Reading) async throws(StorageError) -> Bool {
        try await store.first(
            "SELECT 1 FROM organisation WHERE place = \(place) AND id = \(organisation) AND second_factor = 1"
        ) { _ in true } ?? false
    }

    func ask(_ isAsked: Bool, of organisation: String, in store: any Writing) async throws(StorageError) {
        try await store.execute(
            "UPDATE organisation SET second_factor = \(isAsked) WHERE place = \(place) AND id = \(organisation)")
    }

    /// Whether a person has none although an organisation of theirs asks for it.
    func isMissing(of person: String, at now: Date, in store: any Reading) async throws(StorageError) -> Bool {
        guard try await !isOn(for: person, in: store) else { return false }
        return try await store.first(
            """
            SELECT 1 FROM membership
            JOIN organisation ON organisation.place = membership.place AND organisation.id = membership.organisation
            WHERE membership.place = \(place) AND membership.person = \(person) AND organisation.second_factor = 1
                AND (membership.until IS NULL OR membership.until > \(now))
            LIMIT 1
            """
        ) { _ in true } ?? false
    }

    private func digest(_ code: RecoveryCode, _ person: String) -> String {
        hex(keyedHash(Array("\(person) \(code.text)".utf8), key: codeKey))
    }
}
