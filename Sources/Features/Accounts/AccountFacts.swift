package import Words

/// What makes an account repeatable: the same workbook, options, date and version give the same bytes.
package struct AccountFacts: Sendable, Equatable {
    package var date: CivilDate
    package var version: String
    package var workbookName: String
    /// SHA-256 of the workbook as it came in, in hexadecimal.
    package var workbookDigest: String
    /// The options that were given, as name and value.
    package var options: [String]
    package var edition: Int
    /// Why this edition corrects the one before it.
    package var correction: String?

    package init(
        date: CivilDate, version: String, workbookName: String, workbookDigest: String, options: [String] = [],
        edition: Int = 1, correction: String? = nil
    ) {
        self.date = date
        self.version = version
        self.workbookName = workbookName
        self.workbookDigest = workbookDigest
        self.options = options
        self.edition = edition
        self.correction = correction
    }
}
