/// How much memory is taken, in bytes: counted where there is much, and near enough elsewhere.
extension Suggester {
    /// What it takes to know the concepts. Copies share it, whatever each of them learns.
    package var bytesOfConcepts: Int {
        subjects.reduce(0) { sum, subject in
            let texts = subject.labels + subject.notes + [subject.code]
            return sum + Self.eachSubject + texts.reduce(0) { $0 + Self.eachByteOfText * $1.utf8.count }
                + (subject.expression == nil ? 0 : Self.eachPattern)
                + (subject.exclusion == nil ? 0 : Self.eachPattern)
        }
    }

    /// What it takes to know the texts that taught it, beside the concepts.
    package var bytesOfTexts: Int {
        taught.reduce(learnt?.bytes ?? 0) { sum, text in
            sum + Self.eachText + text.wording.parts.reduce(0) { $0 + $1.utf8.count }
        }
    }

    // Round numbers, estimated and not measured.
    private static let eachSubject = 1_000
    private static let eachByteOfText = 4
    private static let eachPattern = 8_000
    private static let eachText = 300
}

extension Learnt {
    fileprivate var bytes: Int {
        whole.bytes + description.bytes + spaces.spaces.reduce(0) { $0 + $1.bytes } + habits.bytes
            + (trees?.trees.count ?? 0) * BoostedTrees.Tree.bytes
    }
}

extension BoostedTrees.Tree {
    /// Three lists with their heads.
    fileprivate static let bytes = 3 * (32 + 8) + 7 * 8 + 7 * 4 + 8 * 4
}
