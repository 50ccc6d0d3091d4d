package import CanonicalJSON
package import FoundationEssentials
package import Storage

/// One change of one row, as the store wrote it down: see ``Author``.
package struct TrailEntry: Sendable, Equatable {
    package enum Operation: String, Sendable, CaseIterable {
        case added, changed, removed
        /// Nobody changed it: the store was brought up to date, or a copy of it was restored.
        case sealed
    }

    /// Counted in the place, without gaps.
    package let number: Int
    package let moment: Date
    package let author: Author
    /// The name of the person or the token, where it is still known.
    package let name: String?
    package let table: String
    package let row: String
    package let operation: Operation
    package let before: [String: JSON]
    package let after: [String: JSON]
}
