/// What was learnt from texts that people tagged.
struct Learnt: Sendable {
    private(set) var spaces: TextSpaces
    /// The number of the concept of each column of the kernels.
    private(set) var tags: [Int]
    private var columns: [Int: Int]
    private(set) var whole: KernelRidge
    private(set) var description: KernelRidge
    private(set) var habits: TagHabits
    private let subjects: Int
    /// Nil where there were too few texts to weigh evidence by them.
    private(set) var trees: BoostedTrees?
    /// From this probability on a concept is given without asking.
    private(set) var threshold = Self.usualThreshold
    /// How likely a concept is that no row was made for.
    private(set) var remainder: Float = 0.0005

    /// Fewer texts don't show how far each piece of evidence can be trusted.
    static let leastToWeigh = 200
    static let usualThreshold: Float = 0.3
    /// In so many parts the texts are divided, so that none is counted among the habits that it is judged by.
    private static let folds = 10

    /// - Parameter isBeside: whether it stands beside what is known from others, and weighs nothing by itself.
    init(_ texts: [LearntText], subjects: Int, tree: SubjectTree, isBeside: Bool = false) {
        self.subjects = subjects
        spaces = TextSpaces(texts.map(\.keys), isSmall: isBeside)
        tags = Set(texts.flatMap(\.tags)).sorted()
        let columns = Dictionary(uniqueKeysWithValues: tags.enumerated().map { ($1, $0) })
        self.columns = columns
        let width = tags.count
        var targets = [Float](repeating: 0, count: texts.count * width)
        for (row, text) in texts.enumerated() {
            for tag in text.tags { if let column = columns[tag] { targets[row * width + column] = 1 } }
        }
        let matrices = spaces.matrices()
        let fitted = inParallel(2) { [targets] number in
            KernelRidge.fitted(
                KernelFactor(number == 0 ? matrices.whole : matrices.description, count: texts.count),
                targets: targets, columns: width)
        }
        whole = fitted[0].0
        description = fitted[1].0
        habits = TagHabits(subjects: subjects)
        for text in texts { habits.learn(text.tags, text.evidence) }
        guard texts.count >= Self.leastToWeigh, !isBeside else { return }
        let scores = ScoresOfTexts(
            whole: fitted[0].withoutItself, description: fitted[1].withoutItself, tags: tags)
        weigh(texts, scores, tree)
    }

    private mutating func weigh(_ texts: [LearntText], _ scores: ScoresOfTexts, _ tree: SubjectTree) {
        let foldHabits = inParallel(Self.folds) { [subjects] fold in
            var habits = TagHabits(subjects: subjects)
            for (number, text) in texts.enumerated() where number % Self.folds != fold {
                habits.learn(text.tags, text.evidence)
            }
            return habits
        }
        var table = EvidenceTable(width: PairEvidence.columns.count)
        var left = 0
        let evidence = inParallel(texts.count, portion: 64, tools: {}) { [subjects] number, _ in
            PairEvidence(
                texts[number].evidence, scores.scores(of: number, subjects: subjects), foldHabits[number % Self.folds],
                tree: tree)
        }
        for (text, pairs) in zip(texts, evidence) {
            table.values += pairs.values
            table.answers += pairs.subjects.map { text.tags.contains($0) }
            left += text.tags.count { !pairs.subjects.contains($0) }
        }
        let trees = TreeGrower.grow(on: table)
        self.trees = trees
        threshold = Self.threshold(trees, table)
        let others = max(1, texts.count * subjects - table.count)
        remainder = (Float(left) + 1) / (Float(others) + 2)
    }

    /// Where a concept more does as much good as harm for the F1 measure: half of the F1 that the probabilities promise.
    ///
    /// - Source: Lipton, Elkan and Naryanaswamy, Optimal thresholding of classifiers to maximize F1 measure (2014).
    private static func threshold(_ trees: BoostedTrees, _ table: EvidenceTable) -> Float {
        let chances = table.values.withUnsafeBufferPointer { values in
            (0..<table.count).map { row in
                probability(
                    logOdds: trees.score(
                        UnsafeBufferPointer(rebasing: values[row * table.width..<(row + 1) * table.width])))
            }
        }
        let all = chances.reduce(0, +)
        var threshold = usualThreshold
        for _ in 0..<50 {
            let above = chances.filter { $0 > threshold }
            guard !above.isEmpty else { return usualThreshold }
            threshold = above.reduce(0, +) / (Float(above.count) + all)
        }
        return threshold
    }

    /// What texts like this one say.
    func scores(of keys: [TermKeys]) -> KernelScores {
        let similarities = spaces.similarities(to: keys)
        return KernelScores(
            whole: spread(whole.scores(similarities.whole)),
            description: spread(description.scores(similarities.description)))
    }

    /// How far texts like this one speak for each concept, by the concept's number; nothing where none is like it.
    func likeness(of keys: [TermKeys]) -> [Float] {
        spread(whole.likeness(spaces.similarities(to: keys).whole))
    }

    private func spread(_ scores: [Float]) -> [Float] {
        var all = [Float](repeating: 0, count: subjects)
        for (tag, score) in zip(tags, scores) { all[tag] = score }
        return all
    }

    mutating func learn(_ text: LearntText) {
        let fresh = text.tags.filter { columns[$0] == nil }.sorted()
        for tag in fresh {
            columns[tag] = tags.count
            tags.append(tag)
        }
        whole.addColumns(fresh.count)
        description.addColumns(fresh.count)
        var targets = [Float](repeating: 0, count: tags.count)
        for tag in text.tags { if let column = columns[tag] { targets[column] = 1 } }
        let similarities = spaces.similarities(to: text.keys)
        let itself = TextSpaces.itself(text.keys)
        whole.learn(similarities.whole, itself: itself.whole, targets: targets)
        description.learn(similarities.description, itself: itself.description, targets: targets)
        spaces.add(text.keys)
        habits.learn(text.tags, text.evidence)
    }

    /// How much each word of a text speaks for a concept, through the texts that have it.
    func pulls(of uses: [[TermUse]], towards subject: Int) -> [Float] {
        guard let column = columns[subject] else { return uses.map { _ in 0 } }
        return uses.map { $0.reduce(0) { $0 + $1.weight * whole.weight(of: Int($1.text), for: column) } }
    }

    func uses(of word: UInt64) -> [TermUse] { spaces.spaces[3].uses(of: word) }
}

/// A tagged text, made ready.
struct LearntText: Sendable {
    let keys: [TermKeys]
    let evidence: TextEvidence
    /// By the numbers of the concepts, each once.
    let tags: [Int]
}

/// What all texts would get from the others alone.
private struct ScoresOfTexts {
    let whole: [Float]
    let description: [Float]
    let tags: [Int]

    func scores(of row: Int, subjects: Int) -> KernelScores {
        func spread(_ scores: [Float]) -> [Float] {
            var all = [Float](repeating: 0, count: subjects)
            for (column, tag) in tags.enumerated() { all[tag] = scores[row * tags.count + column] }
            return all
        }
        return KernelScores(whole: spread(whole), description: spread(description))
    }
}
