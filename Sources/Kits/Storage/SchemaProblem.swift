/// A table that breaks a rule which all tables keep, so that a place can be moved to another server whole: `place` is a
/// text that is never null and the first column of every primary, unique and foreign key; SQLite's tables are strict.
package struct SchemaProblem: Sendable, Equatable, CustomStringConvertible {
    package let table: String
    package let detail: String

    package init(table: String, detail: String) {
        self.table = table
        self.detail = detail
    }

    package var description: String { "\(table): \(detail)" }
}
