import Measurement

/// What the sentences of the preview need of the records.
struct ParticipantNames {
    /// By the column of the score after.
    private(set) var higherIsBetter: [Int: Bool] = [:]
    private(set) var groups: (programme: String, comparison: String)?

    init(_ records: ParticipantRecords?) {
        for measure in records?.measures ?? [] {
            switch measure.layout {
            case .columns(_, let after): higherIsBetter[after] = measure.higherIsBetter
            case .dated(let column, _): higherIsBetter[column] = measure.higherIsBetter
            case .sheets: continue
            }
        }
        groups = records?.comparison.map { ($0.programmeText, $0.comparisonText) }
    }
}
