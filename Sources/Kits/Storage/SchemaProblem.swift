/// A table that breaks a rule which all tables keep, so that a place can be moved to another server whole: `place` is a
/// text that is never null and the first column of every primary, unique and foreign key; SQLite's tables are strict, and
/// PostgreSQL's have the wall between places.
package struct SchemaProblem: Sendable, Equatable, CustomStringConvertible {
    package let table: String
    package let detail: String

    package init(table: String, detail: String) {
        self.table = table
        self.detail = detail
    }

    package var description: String { "\(table): \(detail)" }

    static func uniqueKey(_ columns: [String]) -> String {
        "the unique key of \(columns.joined(separator: ", ")) does not begin with place"
    }
}
