package import Lookup
package import Storage
package import Web
package import Words

/// Accounts, for the search.
package struct FindAccounts: Searchable {
    private let services: Services
    private let place: String

    package init(_ services: Services, place: String) {
        self.services = services
        self.place = place
    }

    package let kind = FindableKind.account
    package let heading: Phrase = "Accounts"

    package func entries(_ items: [String], for request: Request) async throws -> [String: SearchEntry] {
        let accounts = try await AccountStore(services, place, request).findable(items)
        return accounts.reduce(into: [:]) { entries, account in
            guard let edition = account.current ?? account.draft else { return }
            entries[account.id] = SearchEntry(
                title: edition.shortTitle, language: edition.language, address: AccountPath.one(account.id).url,
                detail: detail(account, edition),
                shown: (account.current == nil ? [] : [edition.provider ?? ""]) + [edition.service ?? edition.title])
        }
    }

    private func detail(_ account: KeptAccount, _ edition: Edition) -> Phrase? {
        if account.current == nil { return "A draft of your organisation" }
        return edition.provider.map { "\($0)" }
    }

    package func findables(
        after item: String, most: Int, in store: any Reading
    ) async throws -> (findables: [Findable], last: String?) {
        // Outcomes come with their accounts.
        try await AccountStore(services.database, place: place, organisation: nil)
            .findables(after: item, most: most, in: store)
    }
}

/// The outcomes of accounts, for the search.
package struct FindOutcomes: Searchable {
    private let services: Services
    private let place: String

    package init(_ services: Services, place: String) {
        self.services = services
        self.place = place
    }

    package let kind = FindableKind.outcome
    package let heading: Phrase = "Outcomes in accounts"

    package func entries(_ items: [String], for request: Request) async throws -> [String: SearchEntry] {
        let places = items.compactMap { item in
            item.firstIndex(of: "/").map {
                (item: item, account: String(item[..<$0]), name: String(item[$0...].dropFirst()))
            }
        }
        let accounts = try await AccountStore(services, place, request).findable(Array(Set(places.map(\.account))))
        let known = Dictionary(accounts.map { ($0.id, $0) }) { first, _ in first }
        return places.reduce(into: [:]) { entries, place in
            guard let account = known[place.account], let edition = account.current ?? account.draft else { return }
            entries[place.item] = SearchEntry(
                title: place.name, language: edition.language, address: AccountPath.one(account.id).url,
                detail: account.current == nil
                    ? "In a draft of your organisation: \(edition.shortTitle)" : "In the account \(edition.shortTitle)",
                named: .outcome(place.name, account: account.id))
        }
    }

    package func findables(
        after item: String, most: Int, in store: any Reading
    ) async throws -> (findables: [Findable], last: String?) { ([], nil) }
}

extension AccountStore {
    /// Those of these accounts that the one who asks may see and that were not withdrawn.
    fileprivate func findable(_ ids: [String]) async throws(StorageError) -> [KeptAccount] {
        guard !ids.isEmpty else { return [] }
        return try await accounts(named: ids).filter { $0.withdrawal == nil }
    }
}
