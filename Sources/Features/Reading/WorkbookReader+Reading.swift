import Documents
package import Workbooks

extension WorkbookReader {
    /// Reads by this module's rules.
    package static let byContent = WorkbookReader(
        understand: { Reading.understand($0, options: $1, remembered: $2) },
        withoutPersons: { $0.withoutPersons($1) })
}
