/// What the pages of accounts need to know of the demo place; the application tells them.
package struct Examples: Sendable {
    /// Where the workbook of an example can be had.
    package var sourceAddress: @Sendable (Edition) -> String?
    /// How many examples are still to come.
    package var left: @Sendable () async throws -> Int

    package init(
        sourceAddress: @escaping @Sendable (Edition) -> String?, left: @escaping @Sendable () async throws -> Int
    ) {
        self.sourceAddress = sourceAddress
        self.left = left
    }
}
