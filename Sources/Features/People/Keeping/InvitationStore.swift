import Crypto
import FoundationEssentials
import Places
import Storage

/// Every statement about invitations. The link's token is not kept, only its SHA-256.
struct InvitationStore: Sendable {
    let place: String

    func add(
        _ invitation: Invitation, token: String, by person: String, at now: Date, in store: any Writing
    ) async throws(StorageError) {
        try await store.execute(
            """
            INSERT INTO invitation (place, token, id, email, organisation, role, until, programme, invited_by,
                created, expires)
            VALUES (\(place), \(digest(token)), \(invitation.id), \(invitation.email.text),
                \(invitation.organisation.id), \(invitation.role), \(invitation.until),
                \(invitation.programme?.id), \(person), \(now), \(invitation.expires))
            """)
    }

    func find(_ token: String, at now: Date, in store: any Reading) async throws(StorageError) -> Invitation? {
        try await select("invitation.token = \(digest(token)) AND invitation.expires > \(now)", in: store).first
    }

    func open(
        to organisation: String, at now: Date, in store: any Reading
    ) async throws(StorageError) -> [Invitation] {
        try await select("invitation.organisation = \(organisation) AND invitation.expires > \(now)", in: store)
    }

    /// Those that are open to an address, of whichever organisation.
    func open(for email: EmailAddress, at now: Date, in store: any Reading) async throws(StorageError) -> [Invitation] {
        try await select("invitation.email = \(email.text) AND invitation.expires > \(now)", in: store)
    }

    func remove(_ id: String, of organisation: String, in store: any Writing) async throws(StorageError) {
        try await store.execute(
            "DELETE FROM invitation WHERE place = \(place) AND id = \(id) AND organisation = \(organisation)")
    }

    func removeAll(to email: EmailAddress, in store: any Writing) async throws(StorageError) {
        try await store.execute("DELETE FROM invitation WHERE place = \(place) AND email = \(email.text)")
    }

    func removeAll(into organisation: String, in store: any Writing) async throws(StorageError) {
        try await store.execute("DELETE FROM invitation WHERE place = \(place) AND organisation = \(organisation)")
    }

    func removeRunOut(at now: Date, in store: any Writing) async throws(StorageError) -> Int {
        try await store.execute("DELETE FROM invitation WHERE place = \(place) AND expires <= \(now)")
    }

    private func select(_ condition: SQL, in store: any Reading) async throws(StorageError) -> [Invitation] {
        try await store.rows(
            """
            SELECT invitation.id, invitation.email, invitation.role, invitation.until, invitation.expires,
                organisation.id, organisation.name, organisation.made_up, organisation.created, programme.id,
                programme.name
            FROM invitation JOIN organisation ON organisation.place = invitation.place
                AND organisation.id = invitation.organisation
            LEFT JOIN programme ON programme.place = invitation.place AND programme.id = invitation.programme
            WHERE invitation.place = \(place) AND \(condition) ORDER BY invitation.created, invitation.id
            """
        ) { row in
            let address: String = try row.column(1)
            guard let email = EmailAddress(address) else {
                throw StorageError.column(1, wanted: "an e-mail address", found: "other text")
            }
            return Invitation(
                id: try row.column(0), email: email,
                organisation: Organisation(
                    id: try row.column(5), name: try row.column(6), isMadeUp: try row.column(7),
                    created: try row.column(8)),
                role: try row.column(2), programme: try Programme(row: row, from: 9), until: try row.column(3),
                expires: try row.column(4))
        }
    }
}
