package import HTML
package import Vocabulary
import Words

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
                if !names.isInUse {
                    "This list is no longer in use here."
                    verbatim(" ")
                }
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
