/// A part of an organisation's work that stands on its own: a service, a project, what one funder pays for. Workbooks and accounts can belong
/// to one, and somebody may be let in to one alone.
package struct Programme: Sendable, Hashable {
    package let id: String
    package let name: String

    /// In characters.
    package static let longestName = 120

    package init(id: String, name: String) {
        self.id = id
        self.name = name
    }
}
