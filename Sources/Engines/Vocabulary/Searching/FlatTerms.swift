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
        let language = label.text.language
        if places[language] == nil, languages.count < Int(UInt16.max) {
            places[language] = UInt16(languages.count)
            languages.append(language)
        }
        texts.append(label.text.words.utf8)
        items.append(item)
        kinds.append(UInt8(label.kind.order))
        languagePlaces.append(places[language] ?? 0)
    }

    subscript(_ place: Int) -> CandidateTerm {
        CandidateTerm(
            item: Int(items[place]), kind: Label.Kind.allCases[Int(kinds[place])],
            language: languages[Int(languagePlaces[place])], words: texts[place])
    }
}
