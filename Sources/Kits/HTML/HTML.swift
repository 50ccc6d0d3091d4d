package import Words

/// A piece of a page. Text is always escaped when it is rendered; a string literal is a ``Phrase``, looked up in the
/// reader's language.
package struct HTML: Sendable {
    indirect enum Node: Sendable {
        case nothing
        case verbatim(String)
        case phrase(Phrase)
        case markup(String)
        case element(Element)
        case group([HTML])
        case translationNote
    }

    struct Element: Sendable {
        var tag: Tag
        var attributes: [Attribute]
        var content: HTML
    }

    /// An element's name as it is written at both ends.
    struct Tag: Sendable {
        let start: String
        let end: String
        let isVoid: Bool
        /// Whether no element can stand within, so that a language is marked on the element itself.
        let holdsTextAlone: Bool

        init(_ name: String, isVoid: Bool = false, holdsTextAlone: Bool = false) {
            start = "<\(name)"
            end = isVoid ? ">" : "</\(name)>"
            self.isVoid = isVoid
            self.holdsTextAlone = holdsTextAlone
        }
    }

    let node: Node

    /// What people typed: shown as it is, in whatever language it is.
    package static func verbatim(_ text: String) -> HTML { HTML(node: .verbatim(text)) }

    /// A phrase held in a variable; a literal needs no word around it.
    package static func phrase(_ phrase: Phrase) -> HTML { HTML(node: .phrase(phrase)) }

    /// Markup from our own source: a `StaticString` can't hold what anybody typed.
    package static func trusted(_ markup: StaticString) -> HTML { HTML(node: .markup(markup.description)) }

    /// A chart that our own worker drew. Its script-free SVG is taken as it is.
    package static func picture(svg: String) -> HTML { HTML(node: .markup(svg)) }

    /// Markup that this program rendered before and kept since, such as a published account.
    package static func kept(markup: String) -> HTML { HTML(node: .markup(markup)) }

    package static func group(_ parts: [HTML]) -> HTML { HTML(node: .group(parts)) }

    /// Tells the reader how much of what stands before it is in their language; nothing where all is. Put it last.
    package static let translationNote = HTML(node: .translationNote)

    package static let nothing = HTML(node: .nothing)
}

// Leading-dot forms can't begin a line after another expression, so each has a plain name too.

package func verbatim(_ text: String) -> HTML { .verbatim(text) }
package func phrase(_ phrase: Phrase) -> HTML { .phrase(phrase) }
package func trusted(_ markup: StaticString) -> HTML { .trusted(markup) }
package func picture(svg: String) -> HTML { .picture(svg: svg) }
