package import Configuration

/// The community of organisations that share one language and one framework: a borough, a network.
package struct Place: Sendable, Equatable {
    /// The first part of every key in the store.
    package let id: String
    package let name: String
    /// Whether its organisations and people were made up to show what the product does.
    package let isMadeUp: Bool
    /// What people type to get there; nil for the place that has the installation's own address.
    package let address: SiteAddress?

    package init(id: String, name: String, isMadeUp: Bool, address: SiteAddress? = nil) {
        self.id = id
        self.name = name
        self.isMadeUp = isMadeUp
        self.address = address
    }
}
