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

    init?(_ reader: ValueMapReader, scores: [String]?) {
        guard let figures = reader.figures(.quantity, reader.outcomeRows) else { return nil }
        self.reader = reader
        self.figures = figures
        self.scores = scores
    }

    func quantity(_ row: Int, _ findings: inout Findings) -> Sourced<Quantity>? {
        if let text = figures.text(row), let pointer = QuantityPointer(text) {
            return pointed(pointer, row, text, &findings)
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
            return Sourced(.number(number), from: .cell(figures.reference(row)))
        }
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
