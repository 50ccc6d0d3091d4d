package import Documents

/// What reads workbooks, as the features see it: the application gives it, so that none of them stands on how it is done.
package struct WorkbookReader: Sendable {
    /// What a workbook says, with what was stated beside it and what was learned from earlier ones.
    package let understand: @Sendable (Workbook, ImportOptions, RememberedMeanings) -> ImportResult
    /// The workbook as it may be kept: without what tells who people are.
    package let withoutPersons: @Sendable (Workbook, [TakenSheet]) -> Workbook

    package init(
        understand: @escaping @Sendable (Workbook, ImportOptions, RememberedMeanings) -> ImportResult,
        withoutPersons: @escaping @Sendable (Workbook, [TakenSheet]) -> Workbook
    ) {
        self.understand = understand
        self.withoutPersons = withoutPersons
    }
}
