package import Storage
package import Web
package import Words

/// Things of one kind that people can look for. A feature gives the search one for each kind that it has.
package protocol Searchable: Sendable {
    var kind: FindableKind { get }
    /// What stands above the results of this kind.
    var heading: Phrase { get }

    /// Those of these items that the reader may see, by item: what is not here is not shown.
    func entries(_ items: [String], for request: Request) async throws -> [String: SearchEntry]

    /// All items whose names come after one, in the order of their bytes, to make their terms anew.
    ///
    /// - Parameter most: how many items are looked at.
    /// - Returns: what can be found of them, and the last item that was looked at; nil where there was none.
    func findables(
        after item: String, most: Int, in store: any Reading
    ) async throws -> (findables: [Findable], last: String?)
}

/// How something that was found is shown.
package struct SearchEntry: Sendable {
    package let title: String
    /// Of the title.
    package let language: String?
    package let address: String
    /// What else tells it apart.
    package let detail: Phrase?
    /// What the entry shows besides its title: whoever looked for that sees why it was found.
    package let shown: [String]
    /// What the title names, where a list can call that otherwise.
    package let named: Nameable?

    package init(
        title: String, language: String?, address: String, detail: Phrase? = nil, shown: [String] = [],
        named: Nameable? = nil
    ) {
        self.shown = shown
        self.named = named
        self.title = title
        self.language = language
        self.address = address
        self.detail = detail
    }
}
