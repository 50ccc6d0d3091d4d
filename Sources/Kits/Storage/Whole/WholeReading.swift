/// Every table of a store at one moment, for a copy of all of it. There is no limit to how many rows are read nor to how long it takes,
/// and no more than one row is held at a time.
package protocol WholeReading: Sendable {
    /// All tables, each after those that it points to.
    func tables() async throws(StorageError) -> [Table]

    /// Hands over the rows of a table in the order of its key, each with the columns in the table's order. Ends with what `take` throws.
    ///
    /// `take` runs on the connection's own queue, and may wait.
    func each(of table: Table, _ take: @Sendable (Row) throws -> Void) async throws
}

/// The right to fill a store: everything becomes true together, or nothing does.
package protocol WholeFilling: WholeReading {
    /// Takes rows until there are no more, each with its values in the order of the table's columns. Ends with what `next` throws.
    ///
    /// `next` runs on the connection's own queue, and may wait.
    ///
    /// - Returns: how many rows there were.
    @discardableResult
    func fill(_ table: Table, _ next: @Sendable () throws -> Row?) async throws -> Int
}
