import FoundationEssentials
import Places
import Storage

/// Collects what is held about a person from every table that names them.
struct OwnDataStore: Sendable {
    /// So many acts a file holds, the newest.
    static let mostActs = 100_000

    let place: String

    /// - Parameter mostActs: how many of the acts, the newest first.
    func find(
        _ person: String, mostActs: Int = Self.mostActs, in database: any Database
    ) async throws(StorageError) -> OwnData? {
        try await database.snapshot { store in
            let people = PeopleStore(place: place)
            guard let found = try await people.person(id: person, in: store) else { return nil }
            return OwnData(
                person: found, hasPassword: try await people.passwordHash(of: person, in: store) != nil,
                secondStep: try await secondStep(of: person, in: store),
                recoveryCodes: try await recoveryCodes(of: person, in: store),
                identities: try await identities(of: person, in: store),
                memberships: try await people.memberships(of: person, in: store),
                sessions: try await SessionStore(place: place).sessions(of: person, in: store),
                invitations: try await invitations(to: found.email, in: store),
                requests: try await JoinRequestStore(place: place).all(from: found.email, in: store),
                tokens: try await tokens(by: person, in: store),
                acts: try await acts(of: person, most: mostActs, in: store))
        }
    }

    private func secondStep(of person: String, in store: any Reading) async throws(StorageError) -> Date? {
        try await store.first(
            "SELECT created FROM second_factor WHERE place = \(place) AND person = \(person) AND confirmed = 1"
        ) { try $0.column(0) }
    }

    private func recoveryCodes(of person: String, in store: any Reading) async throws(StorageError) -> Int {
        try await store.first(
            "SELECT count(*) FROM recovery_code WHERE place = \(place) AND person = \(person)"
        ) { try $0.column(0) } ?? 0
    }

    private func identities(
        of person: String, in store: any Reading
    ) async throws(StorageError) -> [OwnData.Identity] {
        try await store.rows(
            """
            SELECT issuer, subject, created FROM identity WHERE place = \(place) AND person = \(person)
            ORDER BY created, issuer
            """
        ) { row in
            OwnData.Identity(issuer: try row.column(0), subject: try row.column(1), created: try row.column(2))
        }
    }

    private func invitations(
        to email: EmailAddress, in store: any Reading
    ) async throws(StorageError) -> [OwnData.Invited] {
        try await store.rows(
            """
            SELECT organisation.name, invitation.role, invitation.created, invitation.expires
            FROM invitation JOIN organisation ON organisation.place = invitation.place
                AND organisation.id = invitation.organisation
            WHERE invitation.place = \(place) AND invitation.email = \(email.text)
            ORDER BY invitation.created, invitation.id
            """
        ) { row in
            OwnData.Invited(
                organisation: try row.column(0), role: try row.column(1), created: try row.column(2),
                expires: try row.column(3))
        }
    }

    private func tokens(by person: String, in store: any Reading) async throws(StorageError) -> [OwnData.Made] {
        try await store.rows(
            """
            SELECT api_token.name, organisation.name, api_token.role, api_token.created, api_token.until
            FROM api_token JOIN organisation ON organisation.place = api_token.place
                AND organisation.id = api_token.organisation
            WHERE api_token.place = \(place) AND api_token.made_by = \(person)
            ORDER BY api_token.created, api_token.id
            """
        ) { row in
            OwnData.Made(
                name: try row.column(0), organisation: try row.column(1), role: try row.column(2),
                created: try row.column(3), until: try row.column(4))
        }
    }

    private func acts(
        of person: String, most: Int, in store: any Reading
    ) async throws(StorageError) -> [OwnData.Act] {
        try await store.rows(
            """
            SELECT max(audit.moment), audit.action, min(organisation.name), min(audit.client), max(audit.number)
            FROM audit LEFT JOIN organisation ON organisation.place = audit.place
                AND organisation.id = audit.organisation
            WHERE audit.place = \(place) AND audit.kind = 'person' AND audit.actor = \(person)
            GROUP BY audit.request, audit.action ORDER BY max(audit.number) DESC LIMIT \(most)
            """
        ) { row in
            OwnData.Act(
                moment: try row.column(0), action: try row.column(1), organisation: try row.column(2),
                client: try row.column(3))
        }
    }
}
