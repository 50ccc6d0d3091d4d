/// The spaces in which texts are compared: one for each part, and one for all parts together.
struct TextSpaces: Sendable {
    private(set) var spaces: [TermSpace]

    /// A text's terms: title, description, formal part, all together.
    static func keys(of wording: Wording) -> [TermKeys] {
        (wording.parts + [wording.parts.joined(separator: " ")]).map { TermKeys($0) }
    }

    init(_ texts: [[TermKeys]], isSmall: Bool = false) {
        spaces = (0..<4).map { space in TermSpace(texts.map { $0[space] }, isSmall: isSmall) }
    }

    var count: Int { spaces[0].count }

    /// How alike all texts are: by the mean of the four spaces, and by their descriptions.
    ///
    /// The upper halves of square matrices, column by column.
    func matrices() -> (whole: [Float], description: [Float]) {
        let columns = inParallel(count, portion: 64, tools: {}) { column, _ in
            let all = spaces.map { $0.similaritiesBefore(column) }
            return (whole: Self.mean(all), description: all[1])
        }
        var whole = [Float](repeating: 0, count: count * count)
        var description = whole
        for (number, column) in columns.enumerated() {
            let range = number * count...number * count + number
            whole.replaceSubrange(range, with: column.whole)
            description.replaceSubrange(range, with: column.description)
        }
        return (whole, description)
    }

    /// How alike a text is with each of them: by the mean of the four spaces, and by the descriptions.
    func similarities(to keys: [TermKeys]) -> (whole: [Float], description: [Float]) {
        let all = zip(spaces, keys).map { space, keys in space.similarities(to: space.vector(of: keys)) }
        return (Self.mean(all), all[1])
    }

    private static func mean(_ spaces: [[Float]]) -> [Float] {
        var sums = spaces[0]
        for space in spaces.dropFirst() { for text in sums.indices { sums[text] += space[text] } }
        return sums.map { $0 / Float(spaces.count) }
    }

    /// How alike a text is with itself: less than 1 where a part is empty.
    static func itself(_ keys: [TermKeys]) -> (whole: Float, description: Float) {
        let all = keys.map { $0.counts.isEmpty ? Float(0) : 1 }
        return (all.reduce(0, +) / 4, all[1])
    }

    mutating func add(_ keys: [TermKeys]) { for space in spaces.indices { spaces[space].add(keys[space]) } }
}
