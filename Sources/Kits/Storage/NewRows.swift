/// Many rows for one table, which every database takes at once and in its own quickest way.
///
/// ```swift
/// var rows = NewRows(into: "word", ["place", "text"])
/// rows.add(place.stored, "garden".stored)
/// try await transaction.insert(rows)
/// ```
package struct NewRows: Sendable, Equatable {
    /// One statement takes so many.
    static let portion = 10_000

    let table: String
    let columns: [String]
    /// Whether a row whose key is there already is left out instead of refused.
    let leavesKnown: Bool
    /// Row by row.
    private(set) var values: [SQL.Value] = []

    package init(into table: StaticString, _ columns: [StaticString], leavesKnown: Bool = false) {
        self.table = "\(table)"
        self.columns = columns.map { "\($0)" }
        self.leavesKnown = leavesKnown
    }

    package var count: Int { columns.isEmpty ? 0 : values.count / columns.count }

    /// - Parameter row: a value for each column, in their order.
    package mutating func add(_ row: SQL.Value...) {
        assert(row.count == columns.count, "a value for each column")
        values += row
    }

    /// The statement for one row, where `source` is what stands after the columns.
    func statement(_ source: String) -> String {
        "INSERT INTO \(table) (\(columns.joined(separator: ", "))) \(source)"
            + (leavesKnown ? " ON CONFLICT DO NOTHING" : "")
    }
}
