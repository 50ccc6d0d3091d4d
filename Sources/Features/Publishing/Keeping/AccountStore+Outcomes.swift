import Lookup
package import Storage

/// An outcome as an account names it.
package struct NamedOutcome: Sendable, Equatable {
    package let name: String
    /// Of the account.
    package let language: String
    /// What the account is called in lists.
    package let title: String
    /// Whether anybody can read it; else it stands in a draft.
    package let isPublished: Bool
}

/// An outcome of an account that everybody can read.
package struct PublishedOutcome: Sendable, Equatable {
    /// As the account has it.
    package let name: String
    package let account: String
    package let organisation: String
}

extension AccountStore {
    /// So many outcomes of one name are looked at.
    private static let mostNamed = 1_000
    /// So many accounts are asked for in one statement.
    private static let accountsAtOnce = 500
    /// So many accounts of an organisation are looked at, the newest first.
    private static let mostAccounts = 200

    /// The outcomes that the organisation's accounts name as far as the one who asks sees them: each once, where it is
    /// published before where it is a draft.
    package func ownOutcomes(most: Int) async throws(StorageError) -> [NamedOutcome] {
        guard organisation != nil else { return [] }
        let ids = try await database.rows(
            """
            SELECT id FROM account WHERE place = \(place) AND withdrawn IS NULL AND \(isOwn)
            ORDER BY created DESC, id LIMIT \(Self.mostAccounts)
            """
        ) { try $0.column(0, as: String.self) }
        guard !ids.isEmpty else { return [] }
        var found: [NamedOutcome] = []
        for account in try await accounts(named: ids) {
            for edition in [account.current, account.draft].compactMap(\.self) {
                for name in try await outcomes(of: account.id, edition.number, in: database) {
                    found.append(
                        NamedOutcome(
                            name: name, language: edition.language, title: edition.shortTitle,
                            isPublished: edition.state == .published))
                }
            }
        }
        var seen: Set<String> = []
        let ordered = found.filter(\.isPublished) + found.filter { !$0.isPublished }
        return Array(ordered.filter { seen.insert($0.name).inserted }.prefix(most))
    }

    /// The outcomes that published accounts name, by the account.
    func publishedOutcomes(of accounts: [KeptAccount], most: Int) async throws(StorageError) -> [String: [String]] {
        let found = try await TermStore(place: place).items(
            .outcome, byBeginning: accounts.map { Self.outcomes(of: $0.id) }, for: .everybody, most: most, in: database)
        return accounts.reduce(into: [:]) { outcomes, account in
            let start = Self.outcomes(of: account.id)
            outcomes[account.id] = found[start]?.map { String($0.dropFirst(start.count)) }
        }
    }

    /// The outcomes of published accounts that bear one of these names, however it is written, as everybody can read them.
    package func publishedOutcomes(
        named names: [String], in store: any Reading
    ) async throws(StorageError) -> [PublishedOutcome] {
        let found = try await TermStore(place: place).items(
            .outcome, named: names, for: .everybody, most: Self.mostNamed, in: store)
        let outcomes = found.compactMap { found in
            found.item.firstIndex(of: "/").map { (account: String(found.item[..<$0]), name: found.name) }
        }
        let accounts = Set(outcomes.map(\.account)).sorted()
        var organisations: [String: String] = [:]
        for start in stride(from: 0, to: accounts.count, by: Self.accountsAtOnce) {
            let some = Array(accounts[start..<min(start + Self.accountsAtOnce, accounts.count)])
            organisations.merge(try await self.organisations(of: some, in: store)) { first, _ in first }
        }
        return outcomes.compactMap { outcome in
            organisations[outcome.account].map {
                PublishedOutcome(name: outcome.name, account: outcome.account, organisation: $0)
            }
        }
    }
}
