/// Many terms.
struct FlatTerms: Sendable {
    private var texts = FlatTexts()
    private(set) var items: [UInt32] = []
    private var kinds: [UInt8] = []
    /// Places in ``languages``.
    private var languagePlaces: [UInt16] = []
    private var languages: [String?] = []
    private var places: [String?: UInt16] = [:]

    var count: Int { items.count }

    mutating func append(_ label: Label, of item: UInt32) {
        texts.append(label.text.words.utf8)
        items.append(item)
        kinds.append(UInt8(label.kind.order))
        languagePlaces.append(place(of: label.text.language))
    }

    private mutating func place(of language: String?) -> UInt16 {
        // Mostly it is that of the term before.
        if let last = languagePlaces.last, languages[Int(last)] == language { return last }
        if let known = places[language] { return known }
        guard languages.count < Int(UInt16.max) else { return 0 }
        let place = UInt16(languages.count)
        places[language] = place
        languages.append(language)
        return place
    }

    subscript(_ place: Int) -> CandidateTerm {
        CandidateTerm(
            item: Int(items[place]), kind: Label.Kind.allCases[Int(kinds[place])],
            language: languages[Int(languagePlaces[place])], words: texts[place])
    }
}
