import Documents
import FoundationEssentials
import Words
import Workbooks

/// The columns of shares of a value map, each read by its own scale.
struct ShareColumns {
    private var columns: [Meaning: ShareColumn] = [:]

    init(_ reader: ValueMapReader, findings: inout Findings) {
        for middle in ShareColumns.middles {
            if let figures = reader.figures(middle, reader.outcomeRows) {
                columns[middle] = ShareColumn(figures, rows: reader.outcomeRows, findings: &findings)
            }
            for bound in [HeaderText.Bound.low, .high] {
                guard let end = middle.bounded(bound), let figures = reader.figures(end, reader.outcomeRows) else {
                    continue
                }
                columns[end] = ShareColumn(
                    figures, rows: reader.outcomeRows, middle: columns[middle], findings: &findings)
            }
        }
    }

    /// Says which cells may be meant otherwise than the column they stand in.
    func noteDoubts(_ findings: inout Findings) {
        for column in columns.values.sorted(by: { $0.figures.column.column < $1.figures.column.column }) {
            for row in column.doubtful.prefix(5) {
                findings.note(
                    "In \(column.figures.reference(row).description) stands \(column.figures.shown(row)). We read it as \(percent: column.share(row, &findings) ?? 0, places: 2), because other numbers of the column are above 1. If it is a part of the whole, write it with a percent sign."
                )
            }
        }
    }

    private static let middles: [Meaning] = [
        .quantityShare, .deadweight, .displacement, .attribution, .ownShare, .dropOff,
    ]

    func column(_ meaning: Meaning) -> ShareColumn? { columns[meaning] }

    /// The share of a row; 0, as an assumption, where none is given.
    func share(_ meaning: Meaning, _ row: Int, _ findings: inout Findings) -> Sourced<Decimal> {
        guard let column = columns[meaning], let share = column.share(row, &findings) else {
            return Sourced(0, from: .assumed)
        }
        return Sourced(share, from: .cell(column.figures.reference(row)))
    }

    /// The part due to others, from its own column or from what the provider calls its own part.
    func attribution(_ row: Int, _ findings: inout Findings) -> Sourced<Decimal> {
        if columns[.attribution] == nil, let own = columns[.ownShare] {
            guard let share = own.share(row, &findings) else { return Sourced(0, from: .assumed) }
            return Sourced(1 - share, from: .cell(own.figures.reference(row)))
        }
        return share(.attribution, row, &findings)
    }
}
