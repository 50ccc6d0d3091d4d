package import Documents
package import FoundationEssentials
package import Workbooks

/// A workbook that came in, as far as it is kept beside its cells.
package struct StoredImport: Sendable {
    package let id: String
    /// What the person's own machine called the file; for showing only.
    package let fileName: String
    /// SHA-256 of the file as it came in, in hexadecimal.
    package let digest: String
    package let created: Date
    /// What was stated beside the workbook, and every answer that was given since.
    package var options: ImportOptions
    /// Answers of our own: these columns hold nothing any more, and what was in them is not to be guessed at again.
    package var leftUnread: [String]
    package let isMadeUp: Bool
    package let takenBack: Date?

    package init(
        id: String, fileName: String, digest: String, created: Date, options: ImportOptions, leftUnread: [String] = [],
        isMadeUp: Bool = false, takenBack: Date? = nil
    ) {
        self.id = id
        self.fileName = fileName
        self.digest = digest
        self.created = created
        self.options = options
        self.leftUnread = leftUnread
        self.isMadeUp = isMadeUp
        self.takenBack = takenBack
    }

    /// What the workbook says, with everything that was answered.
    package func result(
        of workbook: Workbook, _ remembered: RememberedMeanings, by reader: WorkbookReader
    ) -> ImportResult {
        func result(_ own: [String]) -> ImportResult {
            var options = options
            options.takes = own + options.takes
            return reader.understand(workbook, options, remembered)
        }
        let first = result(leftUnread)
        // A sheet that is read as something else now has no use for our answers about its columns.
        let refused = Set(first.problems.filter { $0.code == ProblemCode.take.rawValue }.map(\.found))
        guard leftUnread.contains(where: refused.contains) else { return first }
        return result(leftUnread.filter { !refused.contains($0) })
    }
}

/// An import as a list shows it.
package struct ImportLine: Sendable, Equatable {
    package let id: String
    package let fileName: String
    package let created: Date
}
