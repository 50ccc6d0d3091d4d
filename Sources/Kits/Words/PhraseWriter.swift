/// Writes a phrase and the phrases within it, keeping apart what fell back to English.
struct PhraseWriter {
    let catalogue: Catalogue
    private(set) var pieces: [Catalogue.Piece] = []

    init(catalogue: Catalogue) {
        self.catalogue = catalogue
    }

    /// Phrases within phrases deeper than this are left out: no page has them, and a loop of them ends.
    private static let deepest = 16

    mutating func write(_ phrase: Phrase) { write(phrase, in: catalogue, depth: 0) }

    private mutating func write(_ phrase: Phrase, in catalogue: Catalogue, depth: Int) {
        guard depth < Self.deepest else { return }
        guard let template = catalogue.template(for: phrase) else {
            return write(phrase, in: .english, depth: depth)
        }
        if catalogue.isPseudo { append("[", from: catalogue) }
        Template.scan(template) { piece in
            switch piece {
            case .literal(let text): append(catalogue.isPseudo ? PseudoText.accented(text) : text, from: catalogue)
            case .place(let number):
                if number <= phrase.arguments.count {
                    write(phrase.arguments[number - 1], in: catalogue, depth: depth)
                }
            }
        }
        if catalogue.isPseudo { append("]", from: catalogue) }
    }

    private mutating func write(_ argument: Phrase.Argument, in catalogue: Catalogue, depth: Int) {
        let forms = catalogue.forms
        switch argument {
        case .phrase(let phrase): write(phrase, in: catalogue, depth: depth + 1)
        case .date(let year, let month, let day):
            write(DateWords.phrase(year: year, month: month, day: day), in: catalogue, depth: depth + 1)
        case .text(let text): appendGiven(text, from: catalogue)
        case .integer(let value): append(forms.integer(value), from: catalogue)
        case .number(let value, let places):
            append(forms.number(value, places: places, exactly: true), from: catalogue)
        case .decimal(let value, let places):
            append(forms.number(value, places: places, exactly: false), from: catalogue)
        case .percent(let share, let places): append(forms.percent(share, places: places), from: catalogue)
        case .money(let amount, let currency, let pence):
            appendGiven(forms.money(amount, currency: currency, pence: pence), from: catalogue)
        }
    }

    /// Text that no catalogue is meant to reach: marked in the pseudo-language.
    private mutating func appendGiven(_ text: String, from catalogue: Catalogue) {
        append(catalogue.isPseudo ? PseudoText.given(text) : text, from: catalogue)
    }

    private mutating func append(_ text: String, from catalogue: Catalogue) {
        let isFallback = catalogue.isEnglish && !self.catalogue.isEnglish
        if let last = pieces.last, last.isFallback == isFallback {
            pieces[pieces.count - 1].text += text
        } else {
            pieces.append(Catalogue.Piece(text: text, isFallback: isFallback))
        }
    }
}
