/// How the changes of one table are kept in the audit trail. Of a table without a rule everything is kept.
package struct AuditRule: Sendable, Equatable {
    let table: String
    let isKept: Bool
    /// Columns of which is kept that they changed and not what they held: secrets, and what people may have erased.
    let hidden: Set<String>
    /// Columns that may change without leaving an entry, such as the time at which something was last used.
    let unwatched: Set<String>

    package init(_ table: String, hidden: Set<String> = [], unwatched: Set<String> = []) {
        self.init(table, isKept: true, hidden: hidden, unwatched: unwatched)
    }

    /// A table of passing things: its changes leave no entries.
    package static func passing(_ table: String) -> AuditRule {
        AuditRule(table, isKept: false, hidden: [], unwatched: [])
    }

    private init(_ table: String, isKept: Bool, hidden: Set<String>, unwatched: Set<String>) {
        self.table = table
        self.isKept = isKept
        self.hidden = hidden
        self.unwatched = unwatched
    }

    /// What stands in the trail in the place of a hidden value.
    static let notKept = "(not kept)"
    /// Longer values, in bytes, are kept as their length.
    static let longest = 1_000
    /// The tables that are about the store itself.
    static let ownTables = ["migration", "audit"]
}
