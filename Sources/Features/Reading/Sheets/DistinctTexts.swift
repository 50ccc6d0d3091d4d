import Documents

/// The different texts of a column, from a look at its first filled cells.
struct DistinctTexts: Sendable {
    private(set) var texts: [String] = []
    private var filled = 0
    private var letters = 0
    private var years = 0

    private static let mostLookedAt = 300

    init(_ cells: Cells, _ column: Int, rows: Range<Int>) {
        var seen: Set<String> = []
        for row in rows where filled < DistinctTexts.mostLookedAt {
            guard let text = cells.text(row, column) else { continue }
            filled += 1
            letters += text.utf8.count
            if let year = Int(text), (1900...2100).contains(year) { years += 1 }
            if seen.insert(text.lowercased()).inserted { texts.append(text) }
        }
    }

    /// Long or ever different texts, which may tell who somebody is.
    var isFreeText: Bool {
        guard filled > 0 else { return false }
        return letters > 40 * filled || (filled > 20 && texts.count * 2 > filled) || texts.count > 60
    }

    /// Whether no more than about four rows share a text, as rows of one person do.
    var areMany: Bool { texts.count >= 10 && texts.count * 4 >= filled }

    var areRepeated: Bool { texts.count < filled }

    var areYears: Bool { filled > 0 && years == filled }
}
