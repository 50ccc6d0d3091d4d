/// How terms are kept: the words by which each is found.
package enum TermEntries {
    package struct Entry {
        /// A word, or all words of the term without the spaces between them.
        package let text: String
        package let isWhole: Bool
        /// What comes first of all terms with this word: the word alone, then preferred ones, then short ones. Below 4,000.
        package let rank: Int
        private let isWelsh: Bool
        private let form: NormalForm

        fileprivate init(_ text: String, isWhole: Bool, rank: Int, isWelsh: Bool, form: NormalForm) {
            self.text = text
            self.isWhole = isWhole
            self.rank = rank
            self.isWelsh = isWelsh
            self.form = form
        }

        /// The keys under which the word itself is found.
        package func keys(by keys: WordKeys) -> [String] {
            let word = Word(normal: text)
            return isWhole ? keys.keys(ofWhole: word, words: form.words) : keys.keys(of: word, isWelsh: isWelsh)
        }
    }

    package static func entries(of label: Label) -> [Entry] {
        let form = NormalForm(label.text.words)
        let isWelsh = label.text.language?.hasPrefix("cy") ?? false
        let space = UInt8(ascii: " ")
        let pieces = form.bytes.split(separator: space)
        let rank = pieces.count == 1 ? 0 : 1 + label.kind.order * 1000 + min(form.bytes.count, 999)
        var entries: [Entry] = []
        for piece in pieces {
            let text = String(decoding: piece, as: UTF8.self)
            guard !entries.contains(where: { $0.text == text }) else { continue }
            entries.append(Entry(text, isWhole: false, rank: rank, isWelsh: isWelsh, form: form))
        }
        // UTF-8 has as many bytes as letters at least.
        if pieces.count > 1, form.bytes.count <= 4 * WordKeys.longestWhole {
            let whole = form.compact
            if whole.letters.count <= WordKeys.longestWhole, !entries.contains(where: { $0.text == whole.text }) {
                entries.append(Entry(whole.text, isWhole: true, rank: 0, isWelsh: isWelsh, form: form))
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
