import Crypto
import FoundationEssentials
import Places
import Storage
import Web
import Words

/// Every statement about the tokens of programs. What a program holds is not kept, only its SHA-256.
struct TokenStore: Sendable {
    let place: String

    func add(
        _ token: String, id: String, name: String, organisation: String, role: Role, until: Date?, by person: String,
        at now: Date, in store: any Writing
    ) async throws(StorageError) {
        try await store.execute(
            """
            INSERT INTO api_token (place, token, id, name, organisation, role, made_by, created, until)
            VALUES (\(place), \(digest(token)), \(id), \(name), \(organisation), \(role), \(person), \(now), \(until))
            """)
    }

    /// The program that holds a token, with what it may do now: what the token's role allows, and no more than whoever made
    /// it may.
    func program(
        holding token: String, at now: Date, in database: any Database
    ) async throws(StorageError) -> TokenBearer? {
        let found = try await database.first(
            """
            SELECT api_token.id, api_token.name, api_token.role, api_token.seen, organisation.id, organisation.name,
                CASE WHEN membership.programme IS NULL THEN membership.role ELSE 'guest' END, membership.programme
            FROM api_token
            JOIN organisation ON organisation.place = api_token.place AND organisation.id = api_token.organisation
            JOIN membership ON membership.place = api_token.place AND membership.person = api_token.made_by
                AND membership.organisation = api_token.organisation
            LEFT JOIN second_factor ON second_factor.place = api_token.place AND second_factor.person = api_token.made_by
                AND second_factor.confirmed = 1
            WHERE api_token.place = \(place) AND api_token.token = \(digest(token))
                AND (organisation.second_factor = 0 OR second_factor.person IS NOT NULL)
                AND (api_token.until IS NULL OR api_token.until > \(now))
                AND (membership.until IS NULL OR membership.until > \(now))
            """
        ) { row in
            let role: Role = try row.column(2)
            let maker: Role = try row.column(6)
            return (
                bearer: TokenBearer(
                    id: try row.column(0), name: try row.column(1),
                    organisation: SignedIn.Organisation(
                        id: try row.column(4), name: try row.column(5), programme: try row.column(7)),
                    permissions: RoleMatrix.permissions(of: [role]).intersection(
                        RoleMatrix.permissions(of: [maker]))),
                seen: try row.column(3, as: Date?.self)
            )
        }
        guard let found else { return nil }
        let today = CivilDate(now).midnight
        if found.seen != today {
            try await database.noteInPassing(
                "UPDATE api_token SET seen = \(today) WHERE place = \(place) AND id = \(found.bearer.id)")
        }
        return found.bearer
    }

    /// The tokens of an organisation that have not run out, in the order in which they were made.
    func tokens(
        of organisation: String, at now: Date, in store: any Reading
    ) async throws(StorageError) -> [ProgramToken] {
        try await store.rows(
            """
            SELECT api_token.id, api_token.name, api_token.role, person.name,
                CASE WHEN organisation.second_factor = 1 AND second_factor.person IS NULL THEN NULL
                    WHEN membership.programme IS NULL THEN membership.role ELSE 'guest' END, membership.until,
                api_token.created, api_token.seen, api_token.until
            FROM api_token
            JOIN person ON person.place = api_token.place AND person.id = api_token.made_by
            JOIN organisation ON organisation.place = api_token.place AND organisation.id = api_token.organisation
            LEFT JOIN second_factor ON second_factor.place = api_token.place AND second_factor.person = api_token.made_by
                AND second_factor.confirmed = 1
            LEFT JOIN membership ON membership.place = api_token.place AND membership.person = api_token.made_by
                AND membership.organisation = api_token.organisation
            WHERE api_token.place = \(place) AND api_token.organisation = \(organisation)
                AND (api_token.until IS NULL OR api_token.until > \(now))
            ORDER BY api_token.created, api_token.id
            """
        ) { row in
            let role: Role = try row.column(2)
            let maker = try row.column(4, as: String?.self).flatMap(Role.init(rawValue:))
            let end = try row.column(5, as: Date?.self)
            let isMember = end.map { $0 > now } ?? true
            let covered = maker.map { isMember ? RoleMatrix.permissions(of: [$0]) : [] } ?? []
            let seen: Date? = try row.column(7)
            return ProgramToken(
                id: try row.column(0), name: try row.column(1), role: role, madeBy: try row.column(3),
                isCovered: RoleMatrix.permissions(of: [role]).isSubset(of: covered), created: try row.column(6),
                seen: seen.map(CivilDate.init), until: try row.column(8))
        }
    }

    func end(_ id: String, of organisation: String, in store: any Writing) async throws(StorageError) {
        try await store.execute(
            "DELETE FROM api_token WHERE place = \(place) AND id = \(id) AND organisation = \(organisation)")
    }

    func endAll(of organisation: String, in store: any Writing) async throws(StorageError) {
        try await store.execute("DELETE FROM api_token WHERE place = \(place) AND organisation = \(organisation)")
    }

    func removeRunOut(at now: Date, in store: any Writing) async throws(StorageError) -> Int {
        try await store.execute("DELETE FROM api_token WHERE place = \(place) AND until <= \(now)")
    }
}
