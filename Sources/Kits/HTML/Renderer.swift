import FoundationEssentials
package import Words

extension HTML {
    /// The markup in a language, UTF-8. A phrase that falls back to English carries `lang="en"`.
    package func bytes(in catalogue: Catalogue) -> [UInt8] {
        var renderer = Renderer(catalogue: catalogue)
        renderer.render(self)
        return renderer.output
    }

    package func render(in catalogue: Catalogue) -> String {
        String(decoding: bytes(in: catalogue), as: UTF8.self)
    }
}

/// Writes markup into one buffer. Keeps the language that the enclosing element declares, so that text in another
/// one is marked.
struct Renderer {
    private let catalogue: Catalogue
    private var language: String
    private let isPseudo: Bool
    private let mayFallBack: Bool
    private var depth = 0
    private var ownWords = 0
    private var englishWords = 0
    private(set) var output: [UInt8] = []

    /// Elements nested deeper are left out; browsers themselves stop at 512.
    private static let deepest = 400

    init(catalogue: Catalogue) {
        self.catalogue = catalogue
        language = catalogue.language.code
        isPseudo = catalogue.language == .pseudo
        mayFallBack = catalogue.language != .english && !isPseudo
        output.reserveCapacity(64 * 1024)
    }

    mutating func render(_ html: HTML) {
        switch html.node {
        case .nothing: return
        case .verbatim(let text): write(given: text)
        case .phrase(let phrase): write(phrase)
        case .markup(let markup): raw(markup)
        case .group(let parts): for part in parts { render(part) }
        case .element(let element): write(element)
        case .translationNote: writeTranslationNote()
        }
    }

    private mutating func writeTranslationNote() {
        guard englishWords > 0 else { return }
        let share = Decimal(ownWords * 100 / (ownWords + englishWords)) / 100
        render(
            p(.classes("page-note")) {
                "\(percent: share, places: 0) of the words here are in your language. The rest are in English."
            })
    }

    private mutating func write(_ phrase: Phrase) { write(catalogue.pieces(phrase)) }

    private mutating func write(_ pieces: [Catalogue.Piece]) {
        for piece in pieces {
            if mayFallBack { count(piece) }
            let pieceLanguage = piece.isFallback ? Language.english.code : catalogue.language.code
            if pieceLanguage == language || !piece.text.contains(where: { $0.isLetter }) {
                escape(piece.text)
            } else {
                constant("<span lang=\"")
                escape(pieceLanguage)
                constant("\">")
                escape(piece.text)
                constant("</span>")
            }
        }
    }

    private mutating func count(_ piece: Catalogue.Piece) {
        let words = 1 + piece.text.utf8.count { $0 == 0x20 }
        if piece.isFallback { englishWords += words } else { ownWords += words }
    }

    private mutating func write(given text: String) {
        escape(isPseudo ? PseudoText.given(text) : text)
    }

    private mutating func write(_ element: HTML.Element) {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { return }
        let outer = language
        defer { language = outer }
        raw(element.tag.start)
        var ownLanguage: String?
        var attributeFellBack = false
        for attribute in element.attributes {
            switch attribute.value {
            case .absent: continue
            case .flag: write(attribute.name, nil)
            case .text(let value):
                if attribute.name == "lang" { ownLanguage = value }
                write(attribute.name, value)
            case .phrase(let phrase):
                let rendered = catalogue.rendered(phrase)
                attributeFellBack = attributeFellBack || rendered.isFallback
                write(attribute.name, rendered.text)
            }
        }
        // A phrase that is all there is within decides the element's language, so it is looked up before the tag ends.
        var pieces: [Catalogue.Piece]?
        if mayFallBack, case .phrase(let phrase) = element.content.node { pieces = catalogue.pieces(phrase) }
        if let ownLanguage {
            language = ownLanguage
        } else if attributeFellBack || pieces.map({ isEnglish($0, within: element.tag) }) ?? false {
            language = Language.english.code
            if language != outer { write("lang", language) }
        }
        constant(">")
        if element.tag.isVoid { return }
        if element.tag.holdsTextAlone {
            language = catalogue.language.code
            writeTextOnly(element.content)
        } else if let pieces {
            write(pieces)
        } else {
            render(element.content)
        }
        raw(element.tag.end)
    }

    /// Whether the element itself is to be marked as English: all of its phrase is, or a part that can't be marked alone.
    private func isEnglish(_ pieces: [Catalogue.Piece], within tag: HTML.Tag) -> Bool {
        tag.holdsTextAlone ? pieces.contains { $0.isFallback } : pieces.count == 1 && pieces[0].isFallback
    }

    private mutating func writeTextOnly(_ html: HTML) {
        switch html.node {
        case .verbatim(let text): write(given: text)
        case .phrase(let phrase): escape(catalogue.text(phrase))
        case .group(let parts): for part in parts { writeTextOnly(part) }
        case .nothing, .markup, .element, .translationNote: return
        }
    }

    private mutating func write(_ name: String, _ value: String?) {
        constant(" ")
        raw(name)
        guard let value else { return }
        constant("=\"")
        escape(value)
        constant("\"")
    }

    private mutating func raw(_ text: String) {
        var text = text
        text.withUTF8 { output.append(contentsOf: $0) }
    }

    private mutating func constant(_ text: StaticString) {
        output.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Text with what has a meaning in markup replaced, and control characters left out.
    private mutating func escape(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            var start = 0
            for index in bytes.indices {
                let replacement: StaticString
                switch bytes[index] {
                case UInt8(ascii: "&"): replacement = "&amp;"
                case UInt8(ascii: "<"): replacement = "&lt;"
                case UInt8(ascii: ">"): replacement = "&gt;"
                case UInt8(ascii: "\""): replacement = "&quot;"
                case UInt8(ascii: "'"): replacement = "&#39;"
                case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F, 0x7F: replacement = ""
                default: continue
                }
                output.append(contentsOf: bytes[start..<index])
                constant(replacement)
                start = index + 1
            }
            output.append(contentsOf: bytes[start...])
        }
    }
}
