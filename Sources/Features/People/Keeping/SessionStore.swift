import Crypto
package import FoundationEssentials
import Places
package import Storage
import Web

/// Every statement about sessions. What a browser holds is not kept, only its SHA-256.
package struct SessionStore: Sendable {
    /// One sign-in of a person, as that person sees it.
    package struct Session: Sendable, Equatable {
        package let id: String
        package let created: Date
        /// Within ten minutes.
        package let seen: Date
        package let client: String
        package let browser: String
    }

    /// How often it is written down that a session is in use, in seconds.
    private static let seenPause: TimeInterval = 600
    private static let longestBrowser = 200

    package let place: String

    package init(place: String) {
        self.place = place
    }

    func begin(
        _ token: String, id: String, for person: String, actingFor organisation: String?, _ request: Request,
        at now: Date, in store: any Writing
    ) async throws(StorageError) {
        let browser = String((request.headers["User-Agent"] ?? "").filter { $0 != "\0" }.prefix(Self.longestBrowser))
        try await store.execute(
            """
            INSERT INTO session (place, token, id, person, organisation, created, seen, client, browser)
            VALUES (\(place), \(digest(token)), \(id), \(person), \(organisation), \(now), \(now),
                \(request.client), \(browser))
            """)
    }

    /// The person who holds a session, with what they may do now.
    func person(holding token: String, at now: Date, in database: any Database) async throws(StorageError) -> SignedIn?
    {
        let found = try await database.first(
            """
            SELECT person.id, person.name, person.facilitator, session.id, session.created, session.seen,
                membership.role, membership.until, organisation.id, organisation.name, membership.programme,
                CASE WHEN organisation.second_factor = 1 AND second_factor.person IS NULL THEN 1 ELSE 0 END
            FROM session
            JOIN person ON person.place = session.place AND person.id = session.person
            LEFT JOIN membership ON membership.place = session.place AND membership.person = session.person
                AND membership.organisation = session.organisation
            LEFT JOIN organisation ON organisation.place = membership.place
                AND organisation.id = membership.organisation
            LEFT JOIN second_factor ON second_factor.place = session.place
                AND second_factor.person = session.person AND second_factor.confirmed = 1
            WHERE session.place = \(place) AND session.token = \(digest(token))
            """
        ) { row in
            (
                person: try SignedIn(row: row, at: now), created: try row.column(4, as: Date.self),
                seen: try row.column(5, as: Date.self)
            )
        }
        guard let found, found.created.addingTimeInterval(Double(Sessions.lifetime)) > now else { return nil }
        if now.timeIntervalSince(found.seen) > Self.seenPause {
            try await database.noteInPassing(
                "UPDATE session SET seen = \(now) WHERE place = \(place) AND token = \(digest(token))")
        }
        return found.person
    }

    package func sessions(of person: String, in store: any Reading) async throws(StorageError) -> [Session] {
        try await store.rows(
            """
            SELECT id, created, seen, client, browser FROM session
            WHERE place = \(place) AND person = \(person) ORDER BY seen DESC, id
            """
        ) { row in
            Session(
                id: try row.column(0), created: try row.column(1), seen: try row.column(2), client: try row.column(3),
                browser: try row.column(4))
        }
    }

    func act(in session: String, for organisation: String?, in store: any Writing) async throws(StorageError) {
        try await store.execute(
            "UPDATE session SET organisation = \(organisation) WHERE place = \(place) AND id = \(session)")
    }

    func end(_ id: String, of person: String, in store: any Writing) async throws(StorageError) {
        try await store.execute(
            "DELETE FROM session WHERE place = \(place) AND id = \(id) AND person = \(person)")
    }

    /// Ends a person's sessions, all or all but one.
    func endAll(of person: String, except kept: String?, in store: any Writing) async throws(StorageError) {
        try await store.execute(
            """
            DELETE FROM session WHERE place = \(place) AND person = \(person) AND id <> \(kept ?? "")
            """)
    }

    func remove(before moment: Date, in store: any Writing) async throws(StorageError) -> Int {
        try await store.execute("DELETE FROM session WHERE place = \(place) AND created <= \(moment)")
    }
}

extension SignedIn {
    /// Reads what ``SessionStore/person(holding:at:in:)`` selects. A membership that has ended is none.
    fileprivate init(row: Row, at now: Date) throws(StorageError) {
        let until: Date? = try row.column(7)
        let isOver = until.map { $0 <= now } ?? false
        var roles: [Role] = try row.column(2) ? [.facilitator] : []
        var organisation: Organisation?
        var withheld: Withheld?
        if !isOver, let id: String = try row.column(8), let name: String = try row.column(9) {
            let programme: String? = try row.column(10)
            let role: Role = programme == nil ? try row.column(6) : .guest
            // An organisation may ask for a second step at sign-in: who has none is nothing in it until then.
            if try row.column(11) {
                withheld = Withheld(organisation: name, permissions: RoleMatrix.permissions(of: [role]))
            } else {
                organisation = Organisation(id: id, name: name, programme: programme)
                roles.append(role)
            }
        }
        self.init(
            id: try row.column(0), name: try row.column(1), session: try row.column(3), organisation: organisation,
            permissions: RoleMatrix.permissions(of: roles), withheld: withheld)
    }
}
