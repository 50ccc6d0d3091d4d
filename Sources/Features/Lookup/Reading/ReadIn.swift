package import HTML
package import Vocabulary
package import Web
import Words

/// Reads pages in the words of the list that a reader chose. Features say what their pages name; the application tells what the list calls it.
package struct ReadIn: Sendable {
    /// Where a reader chooses. Stays the same for ever: it stands in links.
    package static let address = "/read-in"

    private let ask: @Sendable ([Nameable], Request) async throws -> OtherNames?

    /// - Parameter ask: what the chosen list calls these; nil for a reader who chose none, of whom the database isn't asked.
    package init(_ ask: @escaping @Sendable ([Nameable], Request) async throws -> OtherNames?) {
        self.ask = ask
    }

    /// How a page is to be read that names these.
    package func reading(of named: [Nameable], _ request: Request) async throws -> PageReading {
        PageReading(try await ask(named, request), address: Self.choosing(then: request))
    }

    /// The same where finding out what a page names takes work of its own, which is done only for readers who chose a list.
    package func reading(
        _ request: Request, of named: () async throws -> [Nameable]
    ) async throws -> PageReading {
        guard try await ask([], request) != nil else { return PageReading(nil, address: Self.choosing(then: request)) }
        return try await reading(of: try await named(), request)
    }

    /// Where a list is chosen by its key, and the reader then goes on.
    package static func choosing(_ key: String, then: String) -> String {
        "\(address)?words=\(key.percentEncoded)&then=\(then.percentEncoded)"
    }

    private static func choosing(then request: Request) -> String {
        let query = request.target.rawQuery.map { "?" + $0 } ?? ""
        return "\(address)?then=\((request.path + query).percentEncoded)"
    }
}

/// How one page is read: in the words of the list that its reader chose, or of those who wrote.
package struct PageReading: Sendable {
    package let names: OtherNames?
    private let address: String

    init(_ names: OtherNames?, address: String) {
        self.names = names
        self.address = address
    }

    /// A page that nobody can be asked about, such as one on paper.
    package static let own = PageReading(nil, address: ReadIn.address)

    /// "Read in the words of …": the same wherever outcomes or shared words are named.
    package var choice: HTML {
        p(.classes("screen-only")) {
            if let names {
                "Read in the words of: "
                strong { HTML.words(names.list) }
                verbatim(" ")
                a(.href(address)) { "Choose other words" }
            } else {
                a(.href(address)) { "Read in other words" }
            }
        }
    }

    package func isRenamed(_ one: Nameable) -> Bool { names?[one] != nil }

    /// The name of something as the reader's list has it, else as it is called here.
    package func name(_ one: Nameable, own: Text) -> HTML { HTML.words(names?[one]?.words ?? own) }

    /// Its own words, to stand small beside its name in other ones; nothing where it bears its own name.
    package func ownWords(_ one: Nameable, own: Text) -> HTML {
        guard let name = names?[one], name.words.words != own.words || name.likeness > .exact else { return .nothing }
        return div(.classes("said-otherwise")) {
            name.standing
            verbatim(name.likeness > .exact ? " " : "")
            one.ownName
            HTML.words(own)
        }
    }

    /// What the list calls something, to stand small beside its own name where a page is about that name.
    package func alsoCalled(_ one: Nameable, own: Text) -> HTML {
        guard let names, let name = names[one], name.words.words != own.words || name.likeness > .exact else {
            return .nothing
        }
        return div(.classes("said-otherwise")) {
            "In the words of “\(names.list.words)”: "
            HTML.words(name.words)
            verbatim(name.likeness > .exact ? ". " : "")
            name.standing
        }
    }
}

extension HTML {
    /// What somebody wrote in a vocabulary, marked with its language.
    package static func words(_ text: Text) -> HTML {
        text.language.map { language in span(.lang(language)) { verbatim(text.words) } } ?? verbatim(text.words)
    }
}
