import CanonicalJSON
package import Lookup
package import Storage
import Vocabulary

/// How accounts and their outcomes are found: those that were published by everybody, drafts by their own organisation, and nothing else.
extension AccountStore {
    /// Sees to it that an account is found by what it says now; in the transaction that changes it.
    func noteTerms(of accounts: [String], in transaction: any Transaction) async throws(StorageError) {
        let terms = TermStore(place: place)
        for account in accounts {
            let findables = try await findables(of: account, in: transaction)
            try await terms.remove(.outcome, beginning: Self.outcomes(of: account), in: transaction)
            if findables.isEmpty { try await terms.remove(.account, [account], in: transaction) }
            try await terms.put(findables, in: transaction)
        }
    }

    /// What can be found of an account: nothing where it was withdrawn or is not there.
    func findables(of account: String, in store: any Reading) async throws(StorageError) -> [Findable] {
        // The newest edition that was published; a draft only where none was.
        let edition = try await store.first(
            """
            SELECT account.organisation, edition.number, edition.state, edition.language, edition.title,
                edition.service, edition.provider, edition.commissioner
            FROM account JOIN edition ON edition.place = account.place AND edition.account = account.id
            WHERE account.place = \(place) AND account.id = \(account) AND account.withdrawn IS NULL
            ORDER BY CASE edition.state WHEN 'published' THEN 0 ELSE 1 END, edition.number DESC LIMIT 1
            """
        ) { row in
            let state: Edition.State = try row.column(2)
            let texts = try (4...7).map { try row.column($0, as: String?.self) }
            return (
                audience: state == .published
                    ? Audience.everybody : .organisation(try row.column(0, as: String.self)),
                number: try row.column(1, as: Int.self), language: try row.column(3, as: String.self),
                title: texts[1] ?? texts[0] ?? "", others: [texts[0], texts[2], texts[3]].compactMap { $0 }
            )
        }
        guard let edition else { return [] }
        let labels =
            [Label(.preferred, Text(edition.title, in: edition.language))]
            + edition.others.filter { $0 != edition.title }.map { Label(.alternative, Text($0, in: edition.language)) }
        let outcomes = try await outcomes(of: account, edition.number, in: store).map { name in
            Findable(
                .outcome, Self.outcomes(of: account) + name, for: edition.audience,
                labels: [Label(.preferred, Text(name, in: edition.language))])
        }
        return [Findable(.account, account, for: edition.audience, labels: labels)] + outcomes
    }

    /// How the names begin under which the outcomes of an account are kept.
    static func outcomes(of account: String) -> String { account + "/" }

    /// The names of the outcomes, as the account's data have them.
    func outcomes(
        of account: String, _ number: Int, in store: any Reading
    ) async throws(StorageError) -> [String] {
        let bytes = try await store.first(
            """
            SELECT bytes FROM rendering WHERE place = \(place) AND account = \(account) AND number = \(number)
                AND form = \(AccountForm.json.rawValue)
            """
        ) { try $0.column(0, as: [UInt8].self) }
        guard let bytes else { return [] }
        let data: JSON
        do { data = try JSON(parsing: bytes) } catch {
            throw .column(0, wanted: "an account's data", found: "other bytes")
        }
        var seen: Set<String> = []
        return (data["outcomes"]?.arrayValue ?? []).compactMap { $0["outcome"]?.stringValue }
            .filter { !$0.isEmpty && $0.utf8.count <= 1000 && seen.insert($0).inserted }
    }

    /// The accounts with their outcomes whose identifiers come after one.
    package func findables(
        after account: String, most: Int, in store: any Reading
    ) async throws(StorageError) -> (findables: [Findable], last: String?) {
        let ids = try await store.rows(
            "SELECT id FROM account WHERE place = \(place) AND id > \(account) ORDER BY id LIMIT \(most)"
        ) { try $0.column(0, as: String.self) }
        var found: [Findable] = []
        for id in ids { found += try await findables(of: id, in: store) }
        return (found, ids.last)
    }
}
