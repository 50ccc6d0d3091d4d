package import FoundationEssentials

/// An organisation of a place. Provider and commissioner are what it is in an agreement, not what it is.
package struct Organisation: Sendable, Equatable {
    package let id: String
    package let name: String
    package let isMadeUp: Bool
    package let created: Date

    /// In characters.
    package static let longestName = 120

    package init(id: String, name: String, isMadeUp: Bool = false, created: Date) {
        self.id = id
        self.name = name
        self.isMadeUp = isMadeUp
        self.created = created
    }
}
