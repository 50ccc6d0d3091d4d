package import Jobs

/// What the pages of accounts need to know of the demo place; the application tells them.
package struct Examples: Sendable {
    /// Where the workbook of an example can be had.
    package var sourceAddress: @Sendable (Edition) -> String?
    /// How many examples are still to come, given the accounts that are there and the jobs that aren't finished.
    package var left: @Sendable ([KeptAccount], [Job]) -> Int

    package init(
        sourceAddress: @escaping @Sendable (Edition) -> String?, left: @escaping @Sendable ([KeptAccount], [Job]) -> Int
    ) {
        self.sourceAddress = sourceAddress
        self.left = left
    }
}
