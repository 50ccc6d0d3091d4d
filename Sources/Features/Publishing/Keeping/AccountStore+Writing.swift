import CanonicalJSON
import Crypto
package import FoundationEssentials
package import Storage

extension AccountStore {
    /// Keeps a draft with its forms, in place of an earlier draft of the same number that was made of the same import.
    ///
    /// - Returns: false where the import was taken back meanwhile, and nothing was kept.
    /// - Throws: ``Storage/StorageError/constraint(_:detail:)`` where the number is that of a published edition, or of a draft
    ///   made of another import: neither is ever replaced.
    package func keep(
        _ edition: Edition, _ summary: DraftSummary, _ forms: [(form: String, bytes: [UInt8])]
    ) async throws(StorageError) -> Bool {
        let (place, organisation) = (place, organisation)
        let summary = summary.json.canonicalText
        let rows = forms.map { (form: $0.form, bytes: $0.bytes, digest: hex(sha256($0.bytes))) }
        return try await database.transaction { transaction in
            let isThere = try await transaction.first(
                "SELECT 1 FROM import WHERE place = \(place) AND id = \(edition.importID) AND taken_back IS NULL"
            ) { _ in true }
            guard isThere == true else { return false }
            try await transaction.execute(
                """
                INSERT INTO account (place, organisation, id, created, programme)
                VALUES (\(place), \(organisation), \(edition.account), \(edition.created),
                    (SELECT programme FROM import WHERE place = \(place) AND id = \(edition.importID)))
                ON CONFLICT (place, id) DO NOTHING
                """)
            _ = try await remove(
                """
                account = \(edition.account) AND number = \(edition.number) AND state = 'draft'
                    AND import = \(edition.importID)
                """, in: transaction)
            try await transaction.execute(
                """
                INSERT INTO edition (place, account, number, import, state, language, title, provider, commissioner,
                    service, period, finding, summary, reason, made_up, created)
                VALUES (\(place), \(edition.account), \(edition.number), \(edition.importID), 'draft',
                    \(edition.language), \(edition.title), \(edition.provider), \(edition.commissioner),
                    \(edition.service), \(edition.period), \(edition.finding), \(summary), \(edition.reason),
                    \(edition.isMadeUp), \(edition.created))
                """)
            for row in rows {
                try await transaction.execute(
                    """
                    INSERT INTO rendering (place, account, number, form, digest, bytes)
                    VALUES (\(place), \(edition.account), \(edition.number), \(row.form), \(row.digest), \(row.bytes))
                    """)
            }
            try await noteTerms(of: [edition.account], in: transaction)
            return true
        }
    }

    /// False where there is no such draft any more, or it isn't the one of which somebody has seen the figures.
    ///
    /// - Parameter digest: of the draft's figures; nil where nobody had to see them.
    func publish(
        _ account: String, _ number: Int, digest: String?, at now: Date
    ) async throws(StorageError) -> Bool {
        let same: SQL =
            digest.map { digest in
                """
                 AND EXISTS (SELECT 1 FROM rendering WHERE rendering.place = edition.place
                    AND rendering.account = edition.account AND rendering.number = edition.number
                    AND form = \(AccountForm.json.rawValue) AND digest = \(digest))
                """
            } ?? ""
        let (place, isOwn) = (place, isOwn)
        return try await database.transaction { transaction in
            let changed = try await transaction.execute(
                """
                UPDATE edition SET state = 'published', published = \(now)
                WHERE place = \(place) AND account = \(account) AND number = \(number) AND state = 'draft'
                AND account IN (SELECT id FROM account WHERE place = \(place) AND withdrawn IS NULL AND \(isOwn))\(same)
                """)
            if changed == 1 { try await noteTerms(of: [account], in: transaction) }
            return changed == 1
        }
    }

    /// False where the account was never published or is withdrawn already.
    func withdraw(_ account: String, reason: String, at now: Date) async throws(StorageError) -> Bool {
        let (place, isOwn) = (place, isOwn)
        return try await database.transaction { transaction in
            let changed = try await transaction.execute(
                """
                UPDATE account SET withdrawn = \(now), withdrawal_reason = \(reason)
                WHERE place = \(place) AND id = \(account) AND \(isOwn) AND withdrawn IS NULL AND id IN
                    (SELECT account FROM edition WHERE place = \(place) AND state = 'published')
                """)
            if changed == 1 { try await noteTerms(of: [account], in: transaction) }
            return changed == 1
        }
    }

    /// Removes the drafts of an import, and accounts that then have no edition left.
    package func removeDrafts(of importID: String, in transaction: any Transaction) async throws(StorageError) {
        let changed = try await remove("import = \(importID) AND state = 'draft'", in: transaction).accounts
        try await removeEmptyAccounts(in: transaction)
        try await noteTerms(of: changed, in: transaction)
    }

    /// Removes drafts of the whole place that were made before a moment, or are of an organisation that was closed, and says how many.
    package func removeDrafts(before moment: Date, in transaction: any Transaction) async throws(StorageError) -> Int {
        let (number, changed) = try await remove(
            """
            state = 'draft' AND (created < \(moment) OR account IN (SELECT id FROM account WHERE place = \(place)
                AND organisation IN (SELECT id FROM organisation WHERE place = \(place) AND closed IS NOT NULL)))
            """, in: transaction)
        try await removeEmptyAccounts(in: transaction)
        try await noteTerms(of: changed, in: transaction)
        return number
    }

    /// Removes editions with their documents, and says how many, and of which accounts. A part of the documents that was moved to another server can't go by a key of ours.
    private func remove(
        _ condition: SQL, in transaction: any Transaction
    ) async throws(StorageError) -> (number: Int, accounts: [String]) {
        let accounts = try await transaction.rows(
            "SELECT DISTINCT account FROM edition WHERE place = \(place) AND \(condition) ORDER BY account"
        ) { try $0.column(0, as: String.self) }
        let changed = try await transaction.execute([
            """
            DELETE FROM rendering WHERE place = \(place) AND (account, number) IN
                (SELECT account, number FROM edition WHERE place = \(place) AND \(condition))
            """,
            "DELETE FROM edition WHERE place = \(place) AND \(condition)",
        ])
        return (changed.last ?? 0, accounts)
    }

    private func removeEmptyAccounts(in transaction: any Transaction) async throws(StorageError) {
        let empty: SQL = """
            SELECT id FROM account WHERE place = \(place)
            AND id NOT IN (SELECT account FROM edition WHERE place = \(place))
            """
        try await transaction.execute("DELETE FROM correction WHERE place = \(place) AND account IN (\(empty))")
        try await transaction.execute("DELETE FROM account WHERE place = \(place) AND id IN (\(empty))")
    }
}
