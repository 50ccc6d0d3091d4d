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

extension AccountStore {
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

    /// The outcomes that an organisation's published accounts name, as everybody can read them.
    package func publishedOutcomes(
        of organisation: String, most: Int, in store: any Reading
    ) async throws(StorageError) -> [String] {
        let ids = try await store.rows(
            """
            SELECT id FROM account WHERE place = \(place) AND organisation = \(organisation) AND withdrawn IS NULL
            ORDER BY created DESC, id LIMIT \(Self.mostAccounts)
            """
        ) { try $0.column(0, as: String.self) }
        let items = try await TermStore(place: place).items(
            .outcome, beginning: ids.map(Self.outcomes(of:)), for: .everybody, most: most, in: store)
        return items.compactMap { item in item.firstIndex(of: "/").map { String(item[$0...].dropFirst()) } }
    }
}
