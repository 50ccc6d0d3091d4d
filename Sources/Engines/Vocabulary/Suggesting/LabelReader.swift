import Glibc

/// How much of a concept's own words a text holds.
struct LabelShare: Sendable {
    /// For the title, the description and the formal part: the share of the rarest-weighted words of a label that stand there, from 0 to 1.
    var parts = SIMD4<Float>()
    /// The rarity of the words of its notes that stand anywhere in the text, summed.
    var notes: Float = 0
    /// The share of the text, rare words counting more, that its labels and notes say too, from 0 to 1.
    var cover: Float = 0

    /// Where people say what is done, rather than what a deed allows.
    var plain: Float { max(parts[0], parts[1]) }
}

/// Compares the words of labels and notes with those of texts, by their stems.
struct LabelReader: Sendable {
    private struct Use: Sendable {
        /// The number of a label.
        let label: Int
        /// The part of its weight that the stem has.
        let share: Float
    }

    /// A number for each stem that a concept has.
    private var numbers: [String: Int] = [:]
    /// By the number of the stem: the labels that have it.
    private var labelUses: [[Use]]
    /// By the number of the stem: the concepts that have it in their labels or notes.
    private var uses: [[Int]]
    /// By the number of the stem.
    private let rarities: [Float]
    private let hasNotes: [Bool]
    /// Of a word that no concept has.
    private let unheard: Float
    /// The concept of each label.
    private var subjects: [Int] = []

    init(_ vocabulary: [Subject], stems: StemCache) {
        var numbers: [String: Int] = [:]
        func numbered(_ text: String) -> [Int] {
            var found: [Int] = []
            for word in TermKeys.words(text) {
                let stem = stems.stem(word)
                guard !stem.isEmpty else { continue }
                let number = numbers[stem] ?? numbers.count
                if number == numbers.count { numbers[stem] = number }
                found.append(number)
            }
            found.sort()
            return found.enumerated().filter { $0 == 0 || found[$0 - 1] != $1 }.map(\.element)
        }
        let labels = vocabulary.map { $0.labels.map(numbered) }
        let notes = vocabulary.map { Set($0.notes.flatMap(numbered)) }
        self.numbers = numbers
        labelUses = [[Use]](repeating: [], count: numbers.count)
        uses = [[Int]](repeating: [], count: numbers.count)
        for (subject, own) in labels.enumerated() {
            for stem in own.reduce(into: notes[subject], { $0.formUnion($1) }).sorted() { uses[stem].append(subject) }
        }
        let rarities = uses.map { logf(1 + Float(vocabulary.count) / Float(1 + $0.count)) }
        self.rarities = rarities
        unheard = logf(1 + Float(vocabulary.count))
        hasNotes = notes.map { !$0.isEmpty }
        for (subject, own) in labels.enumerated() {
            for stems in own where !stems.isEmpty {
                let whole = stems.reduce(0) { $0 + rarities[$1] }
                for stem in stems {
                    labelUses[stem].append(Use(label: subjects.count, share: rarities[stem] / whole))
                }
                subjects.append(subject)
            }
        }
    }

    /// The concepts that have a label with this word in it.
    func concepts(withLabelWord stem: String) -> [Int] {
        numbers[stem].map { labelUses[$0].map { subjects[$0.label] } } ?? []
    }

    /// - Parameter parts: the stems of each part of a text.
    /// - Returns: by the number of the concept; those without a word in common are left out.
    func shares(in parts: [Set<String>]) -> [Int: LabelShare] {
        var found: [Int: LabelShare] = [:]
        for (part, stems) in parts.enumerated() {
            var sums: [Int: Float] = [:]
            // In order, so that sums of fractions come out the same in every run.
            for stem in stems.compactMap({ numbers[$0] }).sorted() {
                for use in labelUses[stem] { sums[use.label, default: 0] += use.share }
            }
            for (label, sum) in sums {
                let before = found[subjects[label]]?.parts[part] ?? 0
                found[subjects[label], default: LabelShare()].parts[part] = max(before, sum)
            }
        }
        let all = parts.reduce(into: Set<String>()) { $0.formUnion($1) }
        let heard = all.compactMap { numbers[$0] }.sorted()
        let whole = heard.reduce(Float(all.count - heard.count) * unheard) { $0 + rarities[$1] }
        for stem in heard {
            for subject in uses[stem] {
                found[subject, default: LabelShare()].cover += rarities[stem] / whole
                if hasNotes[subject] { found[subject, default: LabelShare()].notes += rarities[stem] }
            }
        }
        return found
    }
}

/// Cuts words to stems, and keeps each word's for the next text. Not for several threads at once.
final class StemCache {
    private let stemmer = EnglishStemmer()
    private var known: [UInt64: String] = [:]
    private static let mostKept = 100_000

    /// Words that every label may have, and that say nothing.
    private static let empty: Set<String> = [
        "and", "of", "the", "or", "for", "in", "to", "a", "an", "with", "by", "on",
    ]

    /// - Parameter words: in small letters, as UTF-8.
    func stems(of words: [[UInt8]]) -> Set<String> {
        var stems: Set<String> = []
        for word in words {
            let stem = stem(word)
            if !stem.isEmpty { stems.insert(stem) }
        }
        return stems
    }

    /// Empty for a word that says nothing.
    func stem(_ word: [UInt8]) -> String {
        let key = TermKeys.key(of: word)
        if let known = known[key] { return known }
        let text = String(decoding: word, as: UTF8.self)
        let stem = Self.empty.contains(text) ? "" : stemmer.stem(Word(normal: text))
        if known.count < Self.mostKept { known[key] = stem }
        return stem
    }
}
