import FoundationEssentials
import Places
package import Storage

/// Every statement about persons and about what they are in organisations.
package struct PeopleStore: Sendable {
    package let place: String

    package init(place: String) {
        self.place = place
    }

    /// Whether somebody has founded the place: until then only the owner's link opens anything.
    package func isFounded(in store: any Reading) async throws(StorageError) -> Bool {
        try await store.first("SELECT 1 FROM person WHERE place = \(place) AND facilitator = 1 LIMIT 1") { _ in true }
            ?? false
    }

    package func person(_ email: EmailAddress, in store: any Reading) async throws(StorageError) -> Person? {
        try await store.first(
            "SELECT \(columns) FROM person WHERE place = \(place) AND email = \(email.text)"
        ) { row in try Person(row: row, from: 0) }
    }

    package func person(id: String, in store: any Reading) async throws(StorageError) -> Person? {
        try await store.first("SELECT \(columns) FROM person WHERE place = \(place) AND id = \(id)") { row in
            try Person(row: row, from: 0)
        }
    }

    /// What is kept of a person's password; nil where there is no such person, or none was set.
    func passwordHash(of person: String, in store: any Reading) async throws(StorageError) -> String? {
        try await store.first("SELECT password FROM person WHERE place = \(place) AND id = \(person)") { row in
            try row.column(0, as: String?.self)
        } ?? nil
    }

    func add(_ person: Person, password: String?, in store: any Writing) async throws(StorageError) {
        try await store.execute(
            """
            INSERT INTO person (place, id, name, email, password, facilitator, created)
            VALUES (\(place), \(person.id), \(person.name), \(person.email.text), \(password),
                \(person.isFacilitator), \(person.created))
            """)
    }

    func setPassword(_ hash: String, of person: String, in store: any Writing) async throws(StorageError) {
        try await store.execute("UPDATE person SET password = \(hash) WHERE place = \(place) AND id = \(person)")
    }

    func setName(_ name: String, of person: String, in store: any Writing) async throws(StorageError) {
        try await store.execute("UPDATE person SET name = \(name) WHERE place = \(place) AND id = \(person)")
    }

    func setEmail(_ email: EmailAddress, of person: String, in store: any Writing) async throws(StorageError) {
        try await store.execute("UPDATE person SET email = \(email.text) WHERE place = \(place) AND id = \(person)")
    }

    func setFacilitator(_ isOne: Bool, _ person: String, in store: any Writing) async throws(StorageError) {
        try await store.execute("UPDATE person SET facilitator = \(isOne) WHERE place = \(place) AND id = \(person)")
    }

    /// Who convenes the place, in the order in which they came.
    func facilitators(in store: any Reading) async throws(StorageError) -> [Person] {
        try await store.rows(
            "SELECT \(columns) FROM person WHERE place = \(place) AND facilitator = 1 ORDER BY created, id"
        ) { row in try Person(row: row, from: 0) }
    }

    /// Removes a person; what they belong to, their sessions and their tokens go with them.
    func remove(_ person: String, in store: any Writing) async throws(StorageError) {
        try await store.execute("DELETE FROM person WHERE place = \(place) AND id = \(person)")
    }

    func endMemberships(in organisation: String, in store: any Writing) async throws(StorageError) {
        try await store.execute(
            "DELETE FROM membership WHERE place = \(place) AND organisation = \(organisation)")
    }

    func removeMemberships(endedBefore moment: Date, in store: any Writing) async throws(StorageError) -> Int {
        try await store.execute("DELETE FROM membership WHERE place = \(place) AND until <= \(moment)")
    }

    /// Notes of everybody whether they belong to nothing: from now on, where it was not so before.
    func noteUnattached(at now: Date, in store: any Writing) async throws(StorageError) {
        let attached: SQL = """
            SELECT person FROM membership WHERE place = \(place) AND (until IS NULL OR until > \(now))
            UNION SELECT id FROM person WHERE place = \(place) AND facilitator = 1
            """
        try await store.execute([
            "DELETE FROM unattached WHERE place = \(place) AND person IN (\(attached))",
            """
            INSERT INTO unattached (place, person, since)
            SELECT place, id, \(now) FROM person WHERE place = \(place) AND id NOT IN (\(attached))
            ON CONFLICT (place, person) DO NOTHING
            """,
        ])
    }

    func unattached(before moment: Date, in store: any Reading) async throws(StorageError) -> [Person] {
        try await store.rows(
            """
            SELECT \(columns) FROM person WHERE place = \(place)
                AND id IN (SELECT person FROM unattached WHERE place = \(place) AND since <= \(moment)) ORDER BY id
            """
        ) { row in try Person(row: row, from: 0) }
    }

    /// Makes a person a member, or changes what a member is.
    func setMembership(
        of person: String, in organisation: String, _ role: Role, programme: String?, until: Date?, since: Date,
        in store: any Writing
    ) async throws(StorageError) {
        try await store.execute(
            """
            INSERT INTO membership (place, person, organisation, role, programme, until, since)
            VALUES (\(place), \(person), \(organisation), \(role), \(programme), \(until), \(since))
            ON CONFLICT (place, person, organisation)
                DO UPDATE SET role = excluded.role, programme = excluded.programme, until = excluded.until
            """)
    }

    func endMembership(of person: String, in organisation: String, in store: any Writing) async throws(StorageError) {
        try await store.execute(
            "DELETE FROM membership WHERE place = \(place) AND person = \(person) AND organisation = \(organisation)")
    }

    /// Who belongs to an organisation, in the order in which they came.
    package func members(of organisation: String, in store: any Reading) async throws(StorageError) -> [Membership] {
        try await memberships("membership.organisation = \(organisation)", in: store)
    }

    /// Those of the organisations that wait for the first person to join them. An organisation that had people has some until it is closed:
    /// its last owner can't leave it. One that is made up waits for nobody.
    func waiting(_ organisations: [Organisation], in store: any Reading) async throws(StorageError) -> Set<String> {
        let joined = try await store.rows("SELECT DISTINCT organisation FROM membership WHERE place = \(place)") {
            row throws(StorageError) in try row.column(0, as: String.self)
        }
        return Set(organisations.filter { !$0.isMadeUp }.map(\.id)).subtracting(joined)
    }

    /// What a person is, and where.
    package func memberships(of person: String, in store: any Reading) async throws(StorageError) -> [Membership] {
        try await memberships("membership.person = \(person)", in: store)
    }

    private func memberships(
        _ condition: SQL, in store: any Reading
    ) async throws(StorageError) -> [Membership] {
        try await store.rows(
            """
            SELECT person.id, person.name, person.email, person.facilitator, person.created,
                organisation.id, organisation.name, organisation.made_up, organisation.created,
                membership.role, membership.until, membership.since, programme.id, programme.name
            FROM membership
            JOIN person ON person.place = membership.place AND person.id = membership.person
            JOIN organisation ON organisation.place = membership.place AND organisation.id = membership.organisation
            LEFT JOIN programme ON programme.place = membership.place AND programme.id = membership.programme
            WHERE membership.place = \(place) AND \(condition) ORDER BY membership.since, person.id, organisation.id
            """
        ) { row in
            Membership(
                person: try Person(row: row, from: 0),
                organisation: Organisation(
                    id: try row.column(5), name: try row.column(6), isMadeUp: try row.column(7),
                    created: try row.column(8)),
                role: try row.column(9), programme: try Programme(row: row, from: 12), until: try row.column(10),
                since: try row.column(11))
        }
    }

    private var columns: SQL { "id, name, email, facilitator, created" }
}

extension Programme {
    /// Nil where the row has none.
    init?(row: Row, from first: Int) throws(StorageError) {
        guard let id = try row.column(first, as: String?.self), let name = try row.column(first + 1, as: String?.self)
        else { return nil }
        self.init(id: id, name: name)
    }
}

extension Person {
    init(row: Row, from first: Int) throws(StorageError) {
        let address: String = try row.column(first + 2)
        guard let email = EmailAddress(address) else {
            throw .column(first + 2, wanted: "an e-mail address", found: "other text")
        }
        self.init(
            id: try row.column(first), name: try row.column(first + 1), email: email,
            isFacilitator: try row.column(first + 3), created: try row.column(first + 4))
    }
}
