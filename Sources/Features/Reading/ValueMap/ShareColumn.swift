import Documents
import FoundationEssentials
import Words
import Workbooks

/// Reads a column of shares, which people write as percentages or as parts of 1.
///
/// A percent sign or a percent format decides for its own cell. The other cells decide together: any value above 1 means
/// percent, all at or below 1 means parts of 1, and only 0 and 1 is a question unless all are 0.
struct ShareColumn: Sendable {
    enum Scale: Sendable, Equatable { case parts, percent }

    let figures: NumberColumn
    private(set) var scale: Scale = .parts
    private(set) var isUndecided = false
    private(set) var holdsAboveOne = false
    private var read: [Int: CellNumber] = [:]
    /// Rows with a number below 1 that is read as a percentage because of the others, and may well be meant as a part of 1.
    private(set) var doubtful: [Int] = []

    /// `middle` is the column whose ends this one gives, where it gives ends: they are written alike.
    init(_ figures: NumberColumn, rows: [Int], middle: ShareColumn? = nil, findings: inout Findings) {
        self.figures = figures
        for row in rows { read[row] = figures.figure(row, &findings) }
        let open = read.values.compactMap { figure -> Decimal? in
            if case .number(let number, isPercent: false) = figure { number } else { nil }
        }
        holdsAboveOne = open.contains { $0 > 1 }
        if figures.column.has(.percent) {
            scale = .percent
        } else if figures.column.has(.share) {
            scale = .parts
        } else if holdsAboveOne || middle?.isSurelyPercent == true {
            scale = .percent
            doubtful = rows.filter { row in
                if case .number(let number, isPercent: false) = read[row] { number > 0 && number < 1 } else { false }
            }
        } else if open.allSatisfy({ $0 == 0 || $0 == 1 }), open.contains(1), middle?.isSurelyParts != true {
            isUndecided = true
            ask(rows, &findings)
        }
    }

    private var isSurelyPercent: Bool { scale == .percent }
    private var isSurelyParts: Bool {
        scale == .parts && !isUndecided
            && read.values.contains { figure in
                if case .number(let number, isPercent: false) = figure { number > 0 && number < 1 } else { false }
            }
    }

    private func ask(_ rows: [Int], _ findings: inout Findings) {
        let plan = figures.plan
        guard let row = rows.first(where: { read[$0] == .number(1, isPercent: false) }) else { return }
        findings.add(
            .shareOrPercent, at: figures.reference(row), found: figures.shown(row),
            expected: "To know whether 1 means 1% or the whole. This column holds only 0 and 1.",
            mend: "Write the numbers with a percent sign, such as 1% or 100%, or say which they are.",
            takes: [
                plan.take(figures.column.column, Refinement.percent.code),
                plan.take(figures.column.column, Refinement.share.code),
            ])
    }

    /// The ends of a range that stands in a cell, as shares.
    func range(_ row: Int) -> (low: Decimal, high: Decimal)? {
        guard let range = figures.range(row) else { return nil }
        let divisor: Decimal = range.isPercent || scale == .percent ? 100 : 1
        let (low, high) = (range.low / divisor, range.high / divisor)
        return low >= 0 && high <= 1 ? (low, high) : nil
    }

    /// The share in a row, from 0 to 1; nil where nothing is there or where a problem was found.
    func share(_ row: Int, _ findings: inout Findings) -> Decimal? {
        guard case .number(let number, let isPercent) = read[row] else { return nil }
        let share = isPercent || scale == .parts ? number : number / 100
        guard share >= 0, share <= 1 else {
            if !isUndecided {
                findings.add(
                    .shareOutOfRange, at: figures.reference(row), found: figures.shown(row),
                    expected: "A share from 0% to 100%.",
                    mend: "Write the part as a percentage from 0 to 100.")
            }
            return nil
        }
        return share
    }
}
