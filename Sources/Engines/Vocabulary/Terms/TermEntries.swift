/// How terms are kept: the words by which each is found. The bytes of many stand in one array, so that a hundred thousand terms cost no
/// million small ones.
package struct TermEntries: Sendable {
    package struct Entry: Sendable {
        /// A word, or all words of the term without the spaces between them; UTF-8.
        let range: Range<Int>
        /// Of the term's normal form.
        fileprivate let form: Range<Int>
        let digest: UInt64
        package let isWhole: Bool
        /// What comes first of all terms with this word: the word alone, then preferred ones, then short ones. Below 4,000.
        package let rank: Int
        package let isWelsh: Bool
    }

    private(set) var bytes: [UInt8] = []
    package private(set) var entries: [Entry] = []

    package init() {}

    /// Only those of one label.
    package init(of label: Label) { add(label) }

    package mutating func add(_ label: Label) {
        let start = bytes.count
        NormalForm.write(label.text.words, to: &bytes)
        let form = start..<bytes.count
        let isWelsh = label.text.language?.hasPrefix("cy") ?? false
        let pieces = self.pieces(of: form)
        let rank = pieces.count == 1 ? 0 : 1 + label.kind.order * 1000 + min(form.count, 999)
        let first = entries.count
        for piece in pieces where !entries[first...].contains(where: { isSame($0.range, piece) }) {
            entries.append(
                Entry(range: piece, form: form, digest: digest(piece), isWhole: false, rank: rank, isWelsh: isWelsh))
        }
        // A letter has four bytes at most.
        guard pieces.count > 1, form.count <= 4 * WordKeys.longestWhole else { return }
        // Byte by byte: a slice would hold on to the array, and have all of it copied.
        for piece in pieces { for place in piece { bytes.append(bytes[place]) } }
        let whole = form.upperBound..<bytes.count
        let letters = bytes[whole].count { $0 & 0b1100_0000 != 0b1000_0000 }
        if letters <= WordKeys.longestWhole, !entries[first...].contains(where: { isSame($0.range, whole) }) {
            entries.append(
                Entry(range: whole, form: form, digest: digest(whole), isWhole: true, rank: 0, isWelsh: isWelsh))
        }
    }

    package func text(_ entry: Entry) -> String { String(decoding: bytes[entry.range], as: UTF8.self) }

    /// Writes the keys under which the word itself is found.
    package func writeKeys(of entry: Entry, _ keys: WordKeys, to sink: WordKeys.Sink) {
        if entry.isWhole {
            keys.write(whole: bytes[entry.range], initials: initials(of: bytes[entry.form]), to: sink)
        } else {
            keys.write(Word(normal: text(entry)), isWelsh: entry.isWelsh, to: sink)
        }
    }

    /// The words of a normal form.
    private func pieces(of form: Range<Int>) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start = form.lowerBound
        for place in form where bytes[place] == UInt8(ascii: " ") {
            pieces.append(start..<place)
            start = place + 1
        }
        if start < form.upperBound { pieces.append(start..<form.upperBound) }
        return pieces
    }

    private func isSame(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
        one.count == other.count && zip(one, other).allSatisfy { bytes[$0] == bytes[$1] }
    }

    private func digest(_ range: Range<Int>) -> UInt64 { Vocabulary.digest(of: bytes[range]) }
}

extension Label.Kind {
    /// Which is shown before which.
    package var order: Int {
        switch self {
        case .preferred: 0
        case .alternative: 1
        case .hidden: 2
        }
    }
}
