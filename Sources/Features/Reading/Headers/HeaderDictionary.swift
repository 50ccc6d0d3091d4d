import Columns
import Workbooks

/// Finds what a header means, by the table of meanings of one kind of sheet.
struct HeaderDictionary: Sendable {
    struct Match: Sendable, Equatable {
        enum Strength: Sendable { case guessed, loose, exact }

        let meaning: Meaning
        let strength: Strength
    }

    private var exact: [String: Meaning] = [:]
    private var loose: [String: Meaning] = [:]
    /// Keys in the order of the table, for guesses.
    private var ordered: [(key: [UInt8], words: [String], meaning: Meaning)] = []

    private static let valueMap = HeaderDictionary(from: ColumnMeaning.valueMap)
    private static let participants = HeaderDictionary(from: ColumnMeaning.participants)
    private static let about = HeaderDictionary(from: ColumnMeaning.about)
    private static let ownWords = HeaderDictionary(from: ColumnMeaning.ownWords)

    /// The names of one kind of sheet. They are worked out once, because that takes longer than reading a small workbook.
    static func names(of sheet: TakenSheet.Kind) -> HeaderDictionary {
        switch sheet {
        case .valueMap: valueMap
        case .participants: participants
        case .about: about
        case .ownWords: ownWords
        case .notUsed: HeaderDictionary(from: [])
        }
    }

    private init(from table: [ColumnMeaning]) {
        for entry in table {
            for name in entry.names {
                let header = HeaderText(name)
                for key in [header.key, header.fullKey] where !key.isEmpty && exact[key] == nil {
                    exact[key] = entry.meaning
                }
                ordered.append(
                    (Array(header.key.utf8), header.key.split(separator: " ").map(String.init), entry.meaning))
            }
            for name in entry.looseNames {
                let key = HeaderText(name).key
                if !key.isEmpty, loose[key] == nil { loose[key] = entry.meaning }
            }
        }
    }

    /// The meaning of a header: by its whole text, by its text without brackets, or by a bound name.
    func match(_ header: HeaderText) -> Match? {
        guard let found = exactMatch(header) ?? inTwoLanguages(header) else { return nil }
        guard let bound = header.bound else { return found }
        guard let ranged = found.meaning.bounded(bound) else { return found }
        return Match(meaning: ranged, strength: found.strength)
    }

    private func exactMatch(_ header: HeaderText) -> Match? {
        if let meaning = exact[header.fullKey] ?? exact[header.key] { return Match(meaning: meaning, strength: .exact) }
        if let meaning = loose[header.key] { return Match(meaning: meaning, strength: .loose) }
        return nil
    }

    /// `Rhanddeiliad / Stakeholder`: two names of one thing. A name that is not known beside one that is may be the same in
    /// another language; two that are known and differ may not.
    private func inTwoLanguages(_ header: HeaderText) -> Match? {
        guard header.parts.count == 2 else { return nil }
        let known = header.parts.map { exactMatch(HeaderText($0)) }
        guard let found = known.compactMap({ $0 }).first(where: { $0.strength == .exact }) else { return nil }
        if let one = known[0], let other = known[1] { return one.meaning == other.meaning ? found : nil }
        return HeaderDictionary.telling.isDisjoint(with: header.words.filter { !self.isOf(found.meaning, $0) })
            ? found : nil
    }

    /// Whether a word alone tells this meaning and no other.
    private func isOf(_ meaning: Meaning, _ word: String) -> Bool { exact[word] == meaning }

    /// The likeliest meaning of a header that is in no table: all words of a name in it, or a name mistyped.
    func guess(_ header: HeaderText) -> Match? {
        guard header.key.utf8.count >= 4, !isWithout(header) else { return nil }
        var best: (meaning: Meaning, worth: Int)?
        let bytes = Array(header.key.utf8)
        let words = Set(header.words)
        for (key, nameWords, meaning) in ordered {
            var worth = 0
            if nameWords.count > 1 || HeaderDictionary.telling.contains(nameWords.first ?? "") {
                if nameWords.allSatisfy(words.contains) { worth = 10 * nameWords.count + 5 }
            }
            if worth == 0, key.count >= 5 {
                let limit = key.count >= 10 ? 2 : 1
                if let distance = editDistance(bytes, key, limit: limit) { worth = 40 - 10 * distance }
            }
            if worth > (best?.worth ?? 0) { best = (meaning, worth) }
        }
        guard let best else { return nil }
        let meaning = header.bound.flatMap { best.meaning.bounded($0) } ?? best.meaning
        return Match(meaning: meaning, strength: .guessed)
    }

    /// `Net of deadweight`, `Impact less attribution`: what is left when that is taken off.
    private func isWithout(_ header: HeaderText) -> Bool {
        zip(header.words, header.words.dropFirst()).contains {
            HeaderDictionary.takingOff.contains($0) && HeaderDictionary.telling.contains($1)
        }
    }

    private static let takingOff = Set(
        ["net", "less", "minus", "after", "excluding", "before"].flatMap { HeaderText($0).words })

    /// Single words that tell a meaning wherever they stand in a header.
    private static let telling: Set<String> = Set(
        [
            "deadweight", "attribution", "displacement", "stakeholder", "beneficiary", "quantity", "proxy", "indicator",
            "duration", "counterfactual", "dropoff", "outcome", "output", "input", "benefit", "consent", "commissioner",
            "funder", "rhanddeiliad", "canlyniad", "mewnbwn", "allbwn",
        ].map { HeaderText($0).key })
}

extension Meaning {
    /// The meaning of the low or high end of what this means, where a range can be given for it.
    func bounded(_ bound: HeaderText.Bound) -> Meaning? {
        switch (self, bound) {
        case (.quantity, .low): .quantityLow
        case (.quantity, .high): .quantityHigh
        case (.proxy, .low), (.proxyName, .low): .proxyLow
        case (.proxy, .high), (.proxyName, .high): .proxyHigh
        case (.deadweight, .low): .deadweightLow
        case (.deadweight, .high): .deadweightHigh
        case (.displacement, .low): .displacementLow
        case (.displacement, .high): .displacementHigh
        case (.attribution, .low): .attributionLow
        case (.attribution, .high): .attributionHigh
        case (.dropOff, .low): .dropOffLow
        case (.dropOff, .high): .dropOffHigh
        default: nil
        }
    }
}
