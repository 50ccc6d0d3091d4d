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
    /// - Parameters:
    ///   - isOwn: whether an account is of those whose drafts the one who asks may see.
    ///   - draft: what else holds of such a draft.
    func condition(_ isOwn: SQL, draft: SQL) -> SQL {
        switch self {
        case .published: "account.withdrawn IS NULL AND \(Self.edition) AND edition.state = 'published')"
        case .withdrawn: "account.withdrawn IS NOT NULL"
        case .drafts:
            "account.withdrawn IS NULL AND \(isOwn) AND \(Self.edition) AND edition.state = 'draft'\(draft))"
        }
    }

    private static let edition: SQL = """
        EXISTS (SELECT 1 FROM edition WHERE edition.place = account.place AND edition.account = account.id
        """
}
