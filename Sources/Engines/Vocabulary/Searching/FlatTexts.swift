/// Many texts, one after the other in one array of bytes.
struct FlatTexts: Sendable {
    private var all: [UInt8] = []
    private var ends: [UInt32] = []

    var count: Int { ends.count }

    mutating func append(_ text: some StringProtocol) {
        all.append(contentsOf: text.utf8)
        ends.append(UInt32(all.count))
    }

    func bytes(_ place: Int) -> ArraySlice<UInt8> {
        all[(place == 0 ? 0 : Int(ends[place - 1]))..<Int(ends[place])]
    }

    subscript(_ place: Int) -> String { String(decoding: bytes(place), as: UTF8.self) }

    /// In texts that are in the order of their bytes, the first one that doesn't come before some bytes.
    func firstPlace(notBefore bytes: [UInt8]) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self.bytes(middle).lexicographicallyPrecedes(bytes) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

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
        texts.append(label.text.words)
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
