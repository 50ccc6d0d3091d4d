/// How terms are kept: the words by which each is found.
package enum TermEntries {
    package struct Entry {
        /// A word, or all words of the term without the spaces between them; UTF-8.
        let bytes: ArraySlice<UInt8>
        package let isWhole: Bool
        /// What comes first of all terms with this word: the word alone, then preferred ones, then short ones. Below 4,000.
        package let rank: Int
        package let isWelsh: Bool
        private let form: NormalForm

        fileprivate init(_ bytes: ArraySlice<UInt8>, isWhole: Bool, rank: Int, isWelsh: Bool, form: NormalForm) {
            self.bytes = bytes
            self.isWhole = isWhole
            self.rank = rank
            self.isWelsh = isWelsh
            self.form = form
        }

        package var text: String { String(decoding: bytes, as: UTF8.self) }

        /// Writes the keys under which the word itself is found.
        package func writeKeys(_ keys: WordKeys, to sink: WordKeys.Sink) {
            let word = Word(normal: text)
            if isWhole {
                keys.write(whole: word, initials: initials(of: form), to: sink)
            } else {
                keys.write(word, isWelsh: isWelsh, to: sink)
            }
        }
    }

    package static func entries(of label: Label) -> [Entry] {
        let form = NormalForm(label.text.words)
        let isWelsh = label.text.language?.hasPrefix("cy") ?? false
        let space = UInt8(ascii: " ")
        let pieces = form.bytes.split(separator: space)
        let rank = pieces.count == 1 ? 0 : 1 + label.kind.order * 1000 + min(form.bytes.count, 999)
        var entries: [Entry] = []
        for piece in pieces where !entries.contains(where: { $0.bytes == piece }) {
            entries.append(Entry(piece, isWhole: false, rank: rank, isWelsh: isWelsh, form: form))
        }
        // A letter has four bytes at most.
        if pieces.count > 1, form.bytes.count <= 4 * WordKeys.longestWhole {
            let whole = form.bytes.filter { $0 != space }[...]
            let letters = whole.count { $0 & 0b1100_0000 != 0b1000_0000 }
            if letters <= WordKeys.longestWhole, !entries.contains(where: { $0.bytes == whole }) {
                entries.append(Entry(whole, isWhole: true, rank: 0, isWelsh: isWelsh, form: form))
            }
        }
        return entries
    }
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
