package import Accounts
package import Documents
package import Words
package import Workbooks

/// What makes accounts, as the website sees it: the application gives it, so that nothing here stands on how figures are worked
/// out or how they are shown.
package struct AccountMaker: Sendable {
    /// The account of a workbook that was understood, and its forms in the catalogue's language.
    package let make:
        @Sendable (Understanding, AccountFacts, Catalogue) async throws(AccountError) -> (Account, AccountFiles)
    /// The provider's own copy with the rows; nil where the workbook has no participants' sheet.
    package let workingCopy:
        @Sendable (Understanding, Workbook, Catalogue, CivilDate) async throws(AccountError) -> [UInt8]?

    package init(
        make:
            @escaping @Sendable (Understanding, AccountFacts, Catalogue) async throws(AccountError) -> (
                Account, AccountFiles
            ),
        workingCopy:
            @escaping @Sendable (Understanding, Workbook, Catalogue, CivilDate) async throws(AccountError) ->
            [UInt8]?
    ) {
        self.make = make
        self.workingCopy = workingCopy
    }
}
