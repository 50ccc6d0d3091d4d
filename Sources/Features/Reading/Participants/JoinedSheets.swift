import Documents
import Measurement
import Words
import Workbooks

/// Puts together what two sheets say of the same people: who they are and what was measured before from the first, what was
/// measured after from the second.
struct JoinedSheets {
    private(set) var records: ParticipantRecords
    /// Headings of scores that stand on one of the sheets only.
    private(set) var alone: [String] = []
    /// How many people are on the second sheet only.
    let newcomers: Int

    init(_ first: ParticipantRecords, _ people: People, later: ParticipantRecords, _ laterPeople: People) {
        records = first
        records.later = LaterSheet(sheet: later.sheet, rows: later.rows)
        let position = Dictionary(
            laterPeople.keys.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let places = people.keys.map { position[$0] }
        newcomers = laterPeople.keys.count - places.count { $0 != nil }
        var measures: [MeasureRecords] = []
        for measure in first.measures {
            guard case .columns(_, let column) = measure.layout,
                let other = later.measures.first(where: {
                    SheetPair.scoreKey($0.afterHeader) == SheetPair.scoreKey(measure.afterHeader)
                }), case .columns(_, let laterColumn) = other.layout
            else {
                alone.append(measure.afterHeader)
                continue
            }
            measures.append(
                MeasureRecords(
                    name: SheetPair.scoreName(measure.name), beforeHeader: measure.afterHeader,
                    afterHeader: other.afterHeader, layout: .sheets(before: column, after: laterColumn),
                    currency: measure.currency ?? other.currency, higherIsBetter: measure.higherIsBetter,
                    threshold: measure.threshold, isConverted: measure.isConverted || other.isConverted,
                    before: measure.after, after: places.map { $0.flatMap { other.after[$0] } }))
        }
        let shared = Set(measures.map { SheetPair.scoreKey($0.afterHeader) })
        alone += later.measures.map(\.afterHeader).filter { !shared.contains(SheetPair.scoreKey($0)) }
        records.measures = measures
    }
}
