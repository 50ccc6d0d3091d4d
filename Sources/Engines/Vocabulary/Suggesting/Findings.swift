/// What the expression of one concept found in a text.
struct Finding: Sendable {
    /// The concept's number.
    let subject: Int
    /// How often in the title, the description and the formal part.
    let counts: SIMD4<Float>
    /// How many different words.
    let kinds: Int
    /// Where the first few stand in the joined text.
    let ranges: [Range<Int>]
    /// 1 where it is the first word of a part, towards 0 at a part's end.
    let earliness: Float

    /// Whether the title or the description has it, and not the formal part alone.
    var isPlain: Bool { counts[0] + counts[1] > 0 }
}

/// A text joined from its parts, so that each expression runs over it once.
struct JoinedText {
    let bytes: [UInt8]
    /// Where each part begins, and where the last one ends.
    private let bounds: [Int]

    // A sign that is no letter, no space and in nobody's text, so that nothing matches across it.
    private static let border: [UInt8] = [0x0A, 0x1D, 0x0A]

    init(_ wording: Wording) {
        var bytes: [UInt8] = []
        var bounds: [Int] = []
        for part in wording.parts {
            bounds.append(bytes.count)
            bytes += Array(part.utf8)
            bytes += Self.border
        }
        self.bytes = bytes
        self.bounds = bounds + [bytes.count]
    }

    /// In which part a byte stands, and how near to its beginning.
    func place(of offset: Int) -> (part: Int, earliness: Float) {
        let part = offset < bounds[1] ? 0 : offset < bounds[2] ? 1 : 2
        let length = max(1, bounds[part + 1] - bounds[part] - Self.border.count)
        return (part, 1 - Float(offset - bounds[part]) / Float(length))
    }

    /// The words that were found, in small letters, each once.
    func words(_ ranges: [Range<Int>]) -> [String] {
        var words: [String] = []
        for range in ranges {
            let word = String(decoding: bytes[range], as: UTF8.self).split(whereSeparator: \.isWhitespace)
                .joined(separator: " ").lowercased()
            if !words.contains(word) { words.append(word) }
        }
        return words
    }
}

/// Runs the expressions of a vocabulary over texts.
struct ExpressionReader: Sendable {
    private struct Row: Sendable {
        let subject: Int
        /// Matches at the beginning of a word alone, where it is known how those words begin.
        let expression: WordPattern
        let exclusion: WordPattern?
        /// How its words begin; nil where nobody knows.
        let beginnings: [Int]?
    }

    private let rows: [Row]
    private static let mostShown = 20

    init(_ subjects: [Subject]) {
        rows = subjects.enumerated().compactMap { number, subject in
            subject.expression.map { expression in
                if let beginnings = WordBeginnings.needed(by: expression.pattern), let atWords = expression.atOnePlace {
                    Row(subject: number, expression: atWords, exclusion: subject.exclusion, beginnings: beginnings)
                } else {
                    Row(subject: number, expression: expression, exclusion: subject.exclusion, beginnings: nil)
                }
            }
        }
    }

    /// In the order of the concepts.
    func findings(in text: JoinedText, with scratch: MatchScratch) -> [Finding] {
        let beginnings = WordBeginnings(of: text.bytes)
        return rows.compactMap { row in
            let ranges =
                if let needed = row.beginnings {
                    row.expression.ranges(in: text.bytes, at: beginnings.offsets(of: needed), with: scratch)
                } else {
                    row.expression.ranges(in: text.bytes, with: scratch)
                }
            guard !ranges.isEmpty, row.exclusion?.matches(text.bytes, with: scratch) != true else { return nil }
            var counts = SIMD4<Float>()
            var earliness: Float = 0
            var kinds: Set<UInt64> = []
            for range in ranges {
                let place = text.place(of: range.lowerBound)
                counts[place.part] += 1
                earliness = max(earliness, place.earliness)
                kinds.insert(Digest.caseless(text.bytes[range]))
            }
            return Finding(
                subject: row.subject, counts: counts, kinds: kinds.count,
                ranges: Array(ranges.prefix(Self.mostShown)), earliness: earliness)
        }
    }
}

/// A number for a run of bytes: the same in every run of the program, which Swift's own hash isn't.
///
/// - Source: FNV-1a, 64 bits.
enum Digest {
    static let start: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always)
    static func taking(_ byte: UInt8, _ digest: UInt64) -> UInt64 { (digest ^ UInt64(byte)) &* 0x100_0000_01B3 }

    static func caseless(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var digest = start
        for byte in bytes { digest = taking((0x41...0x5A).contains(byte) ? byte | 0x20 : byte, digest) }
        return digest
    }
}
