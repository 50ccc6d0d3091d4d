package import HTML
package import Web

/// Offers shared words where somebody names an outcome or describes a service. Features say what their pages name; the
/// application tells which shared words come near, and keeps what is chosen.
///
/// What was typed stays as it is: a shared word is put beside it.
package struct WordOffers: Sendable {
    private let ask: @Sendable ([NamedWords], Request) async throws -> HTML
    private let keepChosen: @Sendable (_ service: String, Request) async throws -> HTML?

    package init(
        ask: @escaping @Sendable ([NamedWords], Request) async throws -> HTML,
        keep: @escaping @Sendable (_ service: String, Request) async throws -> HTML?
    ) {
        self.ask = ask
        keepChosen = keep
    }

    /// A part of a form that asks what words stand for, with nothing chosen; nothing where all of them have a meaning or no
    /// shared word comes near, and for those who may not choose.
    package func questions(about named: [NamedWords], _ request: Request) async throws -> HTML {
        try await ask(named, request)
    }

    /// Keeps what was chosen in such a form, or while somebody typed.
    ///
    /// - Parameter service: what the form calls the service.
    /// - Returns: what is to be said where something couldn't be kept; nil where all was.
    package func keep(service: String, _ request: Request) async throws -> HTML? {
        try await keepChosen(service, request)
    }
}

/// What somebody calls an outcome or a service.
package struct NamedWords: Sendable, Hashable {
    package enum Kind: Sendable { case outcome, service }

    package let words: String
    package let kind: Kind
    /// Of the words; nil where nobody said.
    package let language: String?

    package init(_ words: String, _ kind: Kind, in language: String? = nil) {
        self.words = words
        self.kind = kind
        self.language = language
    }
}
