import Documents
import FoundationEssentials
import ValueMaps
import Words
import Workbooks

/// Reads quantities: numbers, or words that point to the participants' sheet.
struct QuantityColumn {
    let reader: ValueMapReader
    let figures: NumberColumn
    let scores: [String]?
    /// The part of the group that changed, where the numbers count groups.
    let share: ShareColumn?

    init?(_ reader: ValueMapReader, scores: [String]?, shares: ShareColumns) {
        guard let figures = reader.figures(.quantity, reader.outcomeRows) else { return nil }
        self.reader = reader
        self.figures = figures
        self.scores = scores
        share = shares.column(.quantityShare)
    }

    /// The group and the part of it that changed, where both stand in a row.
    func group(_ row: Int) -> PartOfGroup? {
        var ignored = Findings()
        guard let share, case .number(let people, isPercent: false) = figures.figure(row, &ignored),
            let part = share.share(row, &ignored)
        else { return nil }
        return PartOfGroup(people: people, share: part)
    }

    func quantity(_ row: Int, _ findings: inout Findings) -> Sourced<Quantity>? {
        if let text = figures.text(row), let pointer = QuantityPointer(text) {
            return pointed(pointer, row, text, &findings)
        }
        if share == nil, let counted = figures.text(row).flatMap(QuantityColumn.counted) {
            return Sourced(.number(counted), from: .cell(figures.reference(row)))
        }
        switch figures.figure(row, &findings) {
        case .refused: return nil
        case .missing:
            reader.missing(
                .quantity, row, mend: "Write how many changed, or take the outcome out of the value map.", &findings)
            return nil
        case .number(let number, let isPercent):
            guard !isPercent else {
                findings.add(
                    .notANumber, at: figures.reference(row), found: figures.shown(row),
                    expected: "A number of people or things, not a percentage.", mend: "Write how many changed.")
                return nil
            }
            guard number >= 0 else {
                reader.negative(figures, row, &findings)
                return nil
            }
            guard let share else { return Sourced(.number(number), from: .cell(figures.reference(row))) }
            guard let part = share.share(row, &findings) else {
                if case .missing = share.figures.figure(row, &findings) {
                    reader.missing(.quantityShare, row, mend: "Write what part of the group changed.", &findings)
                }
                return nil
            }
            return Sourced(
                .number(number * part), from: .cells([figures.reference(row), share.figures.reference(row)]))
        }
    }

    /// The first number of `20 (50%)`, `8 out of 40` and `8/40`, which say what part of all it is.
    private static func counted(_ text: String) -> Decimal? {
        let plain = text.lowercased().replacing(" out of ", with: "/").replacing(" of ", with: "/")
        if plain.hasSuffix(")"), let open = plain.firstIndex(of: "("),
            case .number(_, isPercent: true) = WrittenNumber(String(plain[plain.index(after: open)...].dropLast())),
            case .number(let number, isPercent: false) = WrittenNumber(String(plain[..<open]))
        {
            return number >= 0 ? number : nil
        }
        let parts = plain.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, case .number(let number, isPercent: false) = WrittenNumber(String(parts[0])),
            case .number(let all, isPercent: false) = WrittenNumber(String(parts[1])), number >= 0, number <= all
        else { return nil }
        return number
    }

    private func pointed(
        _ pointer: QuantityPointer, _ row: Int, _ text: String, _ findings: inout Findings
    ) -> Sourced<Quantity>? {
        let cell = figures.reference(row)
        guard let scores else {
            findings.add(
                .noParticipants, at: cell, found: text,
                expected: "A number, or a sheet of participants in this workbook.",
                mend: "Write how many changed, or add the sheet of participants.")
            return nil
        }
        switch pointer {
        case .participants: return Sourced(.participants, from: .participants(cell))
        case .improved(let typed):
            if let name = QuantityPointer.measure(typed, among: scores) {
                return Sourced(.improved(measure: name), from: .participants(cell))
            }
            let names = scores.joined(separator: ", ")
            findings.add(
                .noSuchMeasure, at: cell, found: text,
                expected: names.isEmpty
                    ? "A score before and after in the participants’ sheet. There is none."
                    : "The name of one of the scores: \(names).",
                mend: "Write: people who improved on, and the name of the score as the participants’ sheet has it.")
            return nil
        }
    }
}
