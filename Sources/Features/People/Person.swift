package import FoundationEssentials

/// A person of a place, as others in it may know them.
package struct Person: Sendable, Equatable {
    package let id: String
    package let name: String
    package let email: EmailAddress
    package let isFacilitator: Bool
    package let created: Date

    /// In characters.
    package static let longestName = 100

    package init(id: String, name: String, email: EmailAddress, isFacilitator: Bool, created: Date) {
        self.id = id
        self.name = name
        self.email = email
        self.isFacilitator = isFacilitator
        self.created = created
    }
}
