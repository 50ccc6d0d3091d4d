package import HTML
package import Web

/// How an account can be read in the words of others; the application tells it.
package struct OtherWords: Sendable {
    /// Where an account is read in the words that a reader chose before; nil for those who read it in the provider's own.
    ///
    /// The edition is nil for the current one, here and below.
    package var chosen: @Sendable (Request, _ account: String, _ edition: Int?) -> String?
    /// Forgets what was chosen.
    package var forget: SetCookie
    /// The other words that an account is offered in.
    package var offer: @Sendable (_ account: String, _ edition: Int?, _ language: String) async throws -> HTML
    /// The figures of an edition under the headings of the list with a key; nil where there is no such list.
    package var figures:
        @Sendable (_ account: String, _ edition: Int, _ key: String, Request) async throws -> FiguresInWords?

    package init(
        chosen: @escaping @Sendable (Request, _ account: String, _ edition: Int?) -> String?, forget: SetCookie,
        offer: @escaping @Sendable (_ account: String, _ edition: Int?, _ language: String) async throws -> HTML,
        figures:
            @escaping @Sendable (_ account: String, _ edition: Int, _ key: String, Request) async throws
            -> FiguresInWords?
    ) {
        self.figures = figures
        self.chosen = chosen
        self.forget = forget
        self.offer = offer
    }
}
