import CanonicalJSON
import FoundationEssentials
package import Storage
package import Web

/// Every statement about accounts and their editions.
package struct AccountStore: Sendable {
    package let database: any Database
    package let place: String
    /// The organisation that asks. Nil for everybody, who see nothing but what was published.
    package let organisation: String?
    /// The one programme whose drafts are seen; nil for all of the organisation.
    package let programme: String?

    package init(_ database: any Database, place: String, organisation: String?, programme: String? = nil) {
        self.programme = programme
        self.database = database.at(place)
        self.place = place
        self.organisation = organisation
    }

    /// The rows of `account`, joined with `edition`, that the one who asks may see.
    var visible: SQL { "(edition.state = 'published' OR \(isOwn)\(isMadeInside))" }

    /// Whether a draft was made of a workbook of the programme that the one who asks is let in to. A correction may be made of another one.
    var isMadeInside: SQL {
        guard let programme else { return "" }
        return """
             AND EXISTS (SELECT 1 FROM import WHERE import.place = edition.place AND import.id = edition.import
                AND import.programme = \(programme))
            """
    }

    /// Whether a row of `account` is of the organisation that asks. No organisation has an empty name.
    var isOwn: SQL {
        let one: SQL = programme.map { programme in " AND account.programme = \(programme)" } ?? ""
        return "account.organisation = \(organisation ?? "")\(one)"
    }

    package struct Rendering: Sendable, Equatable {
        package let bytes: [UInt8]
        /// SHA-256, in hexadecimal.
        package let digest: String
    }

    package func find(_ id: String) async throws(StorageError) -> KeptAccount? {
        try await all("account.id = \(id)").first
    }

    package func accounts(named ids: [String]) async throws(StorageError) -> [KeptAccount] {
        try await all("account.id IN (\(SQL(list: ids.map { "\($0)" })))")
    }

    /// Whose account it is, whoever asks.
    package func organisation(of account: String) async throws(StorageError) -> String? {
        try await database.first("SELECT organisation FROM account WHERE place = \(place) AND id = \(account)") {
            try $0.column(0, as: String?.self)
        } ?? nil
    }

    /// Whose accounts these are, whoever asks, by their identifiers.
    package func organisations(of accounts: [String]) async throws(StorageError) -> [String: String] {
        try await organisations(of: accounts, in: database)
    }

    func organisations(
        of accounts: [String], in store: any Reading
    ) async throws(StorageError) -> [String: String] {
        guard !accounts.isEmpty else { return [:] }
        let rows = try await store.rows(
            """
            SELECT id, organisation FROM account WHERE place = \(place) AND organisation IS NOT NULL
                AND id IN (\(SQL(list: accounts.map { "\($0)" })))
            """
        ) { (try $0.column(0, as: String.self), try $0.column(1, as: String.self)) }
        return Dictionary(rows) { first, _ in first }
    }

    /// The accounts of a list, the newest first.
    package func accounts(_ list: AccountList, page number: Int = 1) async throws(StorageError) -> PageOf<KeptAccount> {
        let size = PageOf<KeptAccount>.size
        let found = try await all(
            """
            account.id IN (SELECT account.id FROM account WHERE account.place = \(place) AND \(list.condition(isOwn, draft: isMadeInside))
                ORDER BY account.created DESC, account.id
                LIMIT \(size + 1) OFFSET \(PageOf<KeptAccount>.skipped(before: number)))
            """)
        return PageOf(found, number: number)
    }

    /// Grows whenever something is published or withdrawn in the place, by whichever server.
    func changes() async throws(StorageError) -> Int {
        try await database.first(
            """
            SELECT (SELECT count(*) FROM edition WHERE place = \(place) AND state = 'published')
                + (SELECT count(*) FROM account WHERE place = \(place) AND withdrawn IS NOT NULL)
            """
        ) { try $0.column(0) } ?? 0
    }

    /// The imports of which something was made, as a part of a statement.
    var importsOfEditions: SQL { "SELECT import FROM edition WHERE place = \(place) AND import IS NOT NULL" }

    /// The accounts that have an edition made of an import.
    package func made(of importID: String) async throws(StorageError) -> [KeptAccount] {
        try await all("account.id IN (SELECT account FROM edition WHERE place = \(place) AND import = \(importID))")
    }

    private func all(_ condition: SQL) async throws(StorageError) -> [KeptAccount] {
        let rows = try await database.rows(
            """
            SELECT account.id, account.withdrawn, account.withdrawal_reason, account.organisation, \(Self.columns)
            FROM account
            JOIN edition ON edition.place = account.place AND edition.account = account.id
            WHERE account.place = \(place) AND \(visible) AND \(condition)
            ORDER BY account.created DESC, account.id, edition.number
            """
        ) { row in
            let date: Date? = try row.column(1)
            let reason: String? = try row.column(2)
            return KeptAccount(
                id: try row.column(0), isOwn: try row.column(3, as: String.self) == organisation,
                withdrawal: date.map { KeptAccount.Withdrawal(date: $0, reason: reason ?? "") },
                editions: [try Edition(row: row, from: 4)])
        }
        // Each row is an account with one of its editions; those of one account follow each other.
        var accounts: [KeptAccount] = []
        for row in rows {
            let earlier = accounts.last?.id == row.id ? accounts.removeLast().editions : []
            accounts.append(
                KeptAccount(
                    id: row.id, isOwn: row.isOwn, withdrawal: row.withdrawal, editions: earlier + row.editions))
        }
        return accounts
    }

    /// The bytes of a form, with their digest; `body` is the account's part of the page.
    /// What tells a draft's figures from those of the same draft made anew.
    func digest(_ account: String, _ number: Int) async throws(StorageError) -> String? {
        try await database.first(
            """
            SELECT digest FROM rendering WHERE place = \(place) AND account = \(account) AND number = \(number)
                AND form = \(AccountForm.json.rawValue)
            """
        ) { try $0.column(0) }
    }

    package func bytes(
        _ account: String, _ number: Int, _ form: String
    ) async throws(StorageError) -> Rendering? {
        try await database.first(
            """
            SELECT rendering.bytes, rendering.digest FROM rendering
            JOIN edition ON edition.place = rendering.place AND edition.account = rendering.account
                AND edition.number = rendering.number
            JOIN account ON account.place = rendering.place AND account.id = rendering.account
            WHERE rendering.place = \(place) AND rendering.account = \(account) AND rendering.number = \(number)
                AND rendering.form = \(form) AND \(visible)
            """
        ) { row in Rendering(bytes: try row.column(0), digest: try row.column(1)) }
    }

    package func summary(_ account: String, _ number: Int) async throws(StorageError) -> DraftSummary? {
        let text = try await database.first(
            """
            SELECT edition.summary FROM edition
            JOIN account ON account.place = edition.place AND account.id = edition.account
            WHERE edition.place = \(place) AND edition.account = \(account) AND edition.number = \(number)
                AND \(visible)
            """
        ) { row in try row.column(0, as: String.self) }
        guard let text else { return nil }
        do { return try DraftSummary(json: JSON(parsing: text)) } catch {
            throw .column(0, wanted: "what a draft says", found: "other text")
        }
    }

    package func correction(of importID: String) async throws(StorageError) -> Correction? {
        try await database.first(
            "SELECT account, reason FROM correction WHERE place = \(place) AND import = \(importID)"
        ) {
            row in Correction(account: try row.column(0), reason: try row.column(1))
        }
    }

    /// Notes what an import is for, together with the import; again where it is kept again.
    package func begin(
        _ correction: Correction, with importID: String, in target: any Writing
    ) async throws(StorageError) {
        try await target.execute(
            """
            INSERT INTO correction (place, import, account, reason)
            VALUES (\(place), \(importID), \(correction.account), \(correction.reason))
            ON CONFLICT (place, import) DO NOTHING
            """)
    }

    /// Changes why a correction is made; it stands in the next draft that is made of its import.
    package func setReason(_ reason: String, of importID: String) async throws(StorageError) {
        try await database.execute(
            "UPDATE correction SET reason = \(reason) WHERE place = \(place) AND import = \(importID)")
    }

    static let columns: SQL = """
        edition.account, edition.number, edition.import, edition.state, edition.language, edition.title,
        edition.provider, edition.commissioner, edition.service, edition.period, edition.finding, edition.reason,
        edition.made_up, edition.created, edition.published
        """
}

extension Edition {
    fileprivate init(row: Row, from first: Int) throws(StorageError) {
        self.init(
            account: try row.column(first), number: try row.column(first + 1), importID: try row.column(first + 2),
            state: try row.column(first + 3), language: try row.column(first + 4), title: try row.column(first + 5),
            provider: try row.column(first + 6), commissioner: try row.column(first + 7),
            service: try row.column(first + 8), period: try row.column(first + 9), finding: try row.column(first + 10),
            reason: try row.column(first + 11), isMadeUp: try row.column(first + 12),
            created: try row.column(first + 13), published: try row.column(first + 14))
    }
}
