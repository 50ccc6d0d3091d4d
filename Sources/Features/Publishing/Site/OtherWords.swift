package import HTML
package import Web

/// How an account can be read in the words of others; the application tells it.
package struct OtherWords: Sendable {
    /// Where an account is read in the words that a reader chose before; nil for those who read it in the provider's own.
    package var chosen: @Sendable (Request, String) -> String?
    /// Forgets what was chosen.
    package var forget: SetCookie
    /// The other words that an account is offered in.
    package var offer: @Sendable (_ account: String, _ language: String) async throws -> HTML
    /// The headings of an edition's figures in the list with a key; nil where there is no such list.
    package var headings:
        @Sendable (_ account: String, _ edition: Int, _ key: String, Request) async throws -> [FigureHeading]?

    package init(
        chosen: @escaping @Sendable (Request, String) -> String?, forget: SetCookie,
        offer: @escaping @Sendable (_ account: String, _ language: String) async throws -> HTML,
        headings:
            @escaping @Sendable (_ account: String, _ edition: Int, _ key: String, Request) async throws
            -> [FigureHeading]?
    ) {
        self.headings = headings
        self.chosen = chosen
        self.forget = forget
        self.offer = offer
    }
}
