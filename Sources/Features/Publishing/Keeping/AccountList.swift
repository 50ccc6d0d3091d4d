import Storage

/// The accounts that stand in a list together.
package enum AccountList: String, Sendable {
    /// Those that everybody can read.
    case published
    case withdrawn
    /// Those that have a draft, for the organisation alone.
    case drafts

    /// What an account is that stands in the list.
    ///
    /// - Parameter organisation: the one that asks, nil for everybody.
    func condition(for organisation: String?) -> SQL {
        switch self {
        case .published: "account.withdrawn IS NULL AND \(Self.edition) AND edition.state = 'published')"
        case .withdrawn: "account.withdrawn IS NOT NULL"
        case .drafts:
            "account.withdrawn IS NULL AND account.organisation = \(organisation ?? "") AND \(Self.edition) AND edition.state = 'draft')"
        }
    }

    private static let edition: SQL = """
        EXISTS (SELECT 1 FROM edition WHERE edition.place = account.place AND edition.account = account.id
        """
}
