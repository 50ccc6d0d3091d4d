import Columns
import Documents
import Words
import Workbooks

/// The answers that a person gave with `--take`, and the finer ones that a question asks for.
struct Takes: Sendable {
    enum Answer: Sendable, Equatable {
        case meaning(Meaning)
        case refinement(Refinement)
        case sheet(TakenSheet.Kind)
    }

    struct Take: Sendable {
        let text: String
        let sheet: String
        /// A header or column letters; nil where the whole sheet is meant.
        let column: String?
        let answer: Answer
    }

    private(set) var all: [Take] = []

    /// Reads the answers; each that can't be read, or names a sheet that is not there, is a problem.
    init(_ texts: [String], sheets: [String], findings: inout Findings) {
        for text in texts.prefix(Takes.most) {
            guard let equals = text.lastIndex(of: "=") else {
                Takes.refuse(text, because: "A sheet, a column and a meaning.", &findings)
                continue
            }
            let place = NumberWords.trimmed(String(text[..<equals]))
            let answerText = NumberWords.trimmed(String(text[text.index(after: equals)...]))
            let places = Takes.places(place, among: sheets)
            if places.isEmpty { Takes.refuse(text, because: "The name of a sheet of this workbook.", &findings) }
            for (sheet, column) in places {
                guard let answer = Takes.answer(answerText, wholeSheet: column == nil) else {
                    Takes.refuse(text, because: "A meaning that columns can have, such as quantity.", &findings)
                    break
                }
                all.append(Take(text: text, sheet: sheet, column: column, answer: answer))
            }
        }
        if texts.count > Takes.most {
            findings.add(
                .take, found: String(texts.count), expected: "At most \(Takes.most) answers.",
                mend: "Give fewer answers.")
        }
    }

    private static let most = 1000

    func kind(of sheet: String) -> TakenSheet.Kind? {
        for take in all.reversed() where take.sheet == sheet && take.column == nil {
            if case .sheet(let kind) = take.answer { return kind }
        }
        return nil
    }

    /// The answers for the columns of a sheet whose headers are known; a column that is not there is a problem.
    func answers(
        for sheet: String, as kind: TakenSheet.Kind, headers: [(column: Int, text: String)], findings: inout Findings
    ) -> [Int: [Answer]] {
        var found: [Int: [Answer]] = [:]
        for take in all where take.sheet == sheet {
            guard let name = take.column else { continue }
            if case .meaning(let meaning) = take.answer, ColumnMeaning.of(meaning, in: kind) == nil {
                Takes.refuse(take.text, because: "A meaning that columns of this sheet can have.", &findings)
                continue
            }
            let wanted = HeaderText(name)
            var columns = headers.filter { $0.text == name }.map(\.column)
            if columns.isEmpty, !wanted.fullKey.isEmpty {
                columns = headers.filter { HeaderText($0.text).fullKey == wanted.fullKey }.map(\.column)
            }
            if columns.count != 1, let letters = columnNumber(name), headers.contains(where: { $0.column == letters }) {
                columns = [letters]
            }
            guard columns.count == 1, let column = columns.first else {
                Takes.refuse(
                    take.text,
                    because: columns.isEmpty
                        ? "The header or the letters of a column of this sheet."
                        : "The letters of the column, because several have this header.", &findings)
                continue
            }
            found[column, default: []].append(take.answer)
        }
        return found
    }

    private static func refuse(_ text: String, because expected: Phrase, _ findings: inout Findings) {
        findings.add(
            .take, found: text, expected: expected,
            mend: "Write it as in this example: \("Value map!Deadweight %=deadweight").")
    }

    /// The answer that several sheets are read together: `North + South=valueMap`.
    static func together(_ sheets: [String], _ kind: TakenSheet.Kind) -> String {
        "\(sheets.joined(separator: joint))=\(kind.rawValue)"
    }

    private static let joint = " + "

    /// One place, or several sheets that are read together.
    private static func places(_ text: String, among sheets: [String]) -> [(sheet: String, column: String?)] {
        if let one = place(text, among: sheets) { return [one] }
        let several = text.split(separator: joint).map { place(String($0), among: sheets) }
        let whole = several.compactMap { $0 }.filter { $0.column == nil }
        return whole.count == several.count && whole.count > 1 ? whole : []
    }

    /// The name of another table on a sheet, as `Cells` gives it: `Value map (A12)`.
    private static func table(_ text: String, on sheet: String) -> String? {
        let start = sheet + " ("
        guard text.lowercased().hasPrefix(start.lowercased()) else { return nil }
        let place = text.dropFirst(start.count).prefix { $0 != ")" }
        let letters = place.prefix { $0.isLetter }
        guard columnNumber(String(letters)) != nil, Int(place.dropFirst(letters.count)) != nil else { return nil }
        return "\(start)\(place.uppercased()))"
    }

    /// `Value map!Quantity` or `Value map`; the longest name of a sheet wins, because names may hold `!`.
    private static func place(_ text: String, among sheets: [String]) -> (sheet: String, column: String?)? {
        var best: (sheet: String, column: String?)?
        for sheet in sheets {
            for name in [sheet, "'\(sheet)'"] + [table(text, on: sheet)].compactMap({ $0 }) {
                let isLonger = sheet.count >= (best?.sheet.count ?? 0)
                let table = name.hasPrefix("'") ? sheet : name
                if text.lowercased() == name.lowercased(), isLonger { best = (table, nil) }
                if text.lowercased().hasPrefix(name.lowercased() + "!"), isLonger {
                    let column = NumberWords.trimmed(String(text.dropFirst(name.count + 1)))
                    if !column.isEmpty { best = (table, column) }
                }
            }
        }
        return best
    }

    private static func answer(_ text: String, wholeSheet: Bool) -> Answer? {
        if wholeSheet {
            return TakenSheet.Kind.allCases.first { $0.rawValue.lowercased() == text.lowercased() }.map { .sheet($0) }
        }
        if let refinement = Refinement(text) { return .refinement(refinement) }
        return Meaning.allCases.first { $0.rawValue.lowercased() == text.lowercased() }.map { .meaning($0) }
    }
}

/// The number of a column from its letters: `A` is 0, `AA` is 26; nil for other texts and beyond the last column.
func columnNumber(_ letters: String) -> Int? {
    guard (1...3).contains(letters.utf8.count) else { return nil }
    var number = 0
    for byte in letters.uppercased().utf8 {
        guard (0x41...0x5A).contains(byte) else { return nil }
        number = number * 26 + Int(byte) - 0x40
    }
    return number - 1
}
