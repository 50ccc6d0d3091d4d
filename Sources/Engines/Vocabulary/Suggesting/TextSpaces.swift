/// The spaces in which texts are compared: one for each part, and one for all parts together.
struct TextSpaces: Sendable {
    private(set) var spaces: [TermSpace]

    /// A text's terms: title, description, formal part, all together.
    static func keys(of wording: Wording) -> [TermKeys] {
        (wording.parts + [wording.parts.joined(separator: " ")]).map { TermKeys($0) }
    }

    init(_ texts: [[TermKeys]]) { spaces = (0..<4).map { space in TermSpace(texts.map { $0[space] }) } }

    var count: Int { spaces[0].count }

    /// How alike all texts are: by the mean of the four spaces, and by their descriptions.
    func matrices() -> (whole: [Float], description: [Float]) {
        let size = count * count
        var description = [Float](repeating: 0, count: size)
        spaces[1].addSimilarities(to: &description, scale: 1)
        var whole = description.map { $0 / 4 }
        for space in [0, 2, 3] { spaces[space].addSimilarities(to: &whole, scale: 0.25) }
        return (whole, description)
    }

    /// How alike a text is with each of them: by the mean of the four spaces, and by the descriptions.
    func similarities(to keys: [TermKeys]) -> (whole: [Float], description: [Float]) {
        let all = zip(spaces, keys).map { space, keys in space.similarities(to: space.vector(of: keys)) }
        let whole = (0..<count).map { text in all.reduce(Float(0)) { $0 + $1[text] } / 4 }
        return (whole, all[1])
    }

    /// How alike a text is with itself: less than 1 where a part is empty.
    static func itself(_ keys: [TermKeys]) -> (whole: Float, description: Float) {
        let all = keys.map { $0.counts.isEmpty ? Float(0) : 1 }
        return (all.reduce(0, +) / 4, all[1])
    }

    mutating func add(_ keys: [TermKeys]) { for space in spaces.indices { spaces[space].add(keys[space]) } }
}
