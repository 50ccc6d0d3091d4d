package import Statistics

/// What one measure shows: each group's before, after and change as sums, and how many improved.
///
/// From here on no value belongs to a person any more.
package struct MeasuredChange: Sendable {
    package var name: String
    package var currency: String?
    package var higherIsBetter: Bool
    package var beforeHeader: String?
    package var afterHeader: String
    package var layout: MeasureRecords.Layout
    /// What tells the rows of this measure from those of others.
    package var only: RowCondition?
    /// Whether the scores were worked out from raw totals by the questionnaire’s own table.
    package var isConverted: Bool
    package var programme: MeasuredGroup
    package var comparison: MeasuredGroup?
    /// From which change on a person counts as improved; nil where nobody was measured twice.
    package var threshold: Double?
    package var thresholdIsInstruments: Bool

    /// - Throws: ``StatisticsError/notFinite`` where values are so large that their sums can't be held.
    package init(_ measure: MeasureRecords, of records: ParticipantRecords) throws(StatisticsError) {
        name = measure.name
        currency = measure.currency
        higherIsBetter = measure.higherIsBetter
        beforeHeader = measure.beforeHeader
        afterHeader = measure.afterHeader
        layout = measure.layout
        only = measure.only
        isConverted = measure.isConverted
        let everybody = 0..<records.people
        programme = try MeasuredGroup(
            measure, people: everybody.filter(records.isOnProgramme), threshold: measure.threshold)
        threshold = programme.movement?.threshold
        thresholdIsInstruments = measure.threshold != nil
        guard records.comparison != nil else { return }
        // The comparison group is held to the programme group's threshold, so that the two can be set side by side.
        comparison = try MeasuredGroup(
            measure, people: everybody.filter { !records.isOnProgramme($0) }, threshold: threshold)
    }

    package var hasBefore: Bool { beforeHeader != nil || isDated }

    private var isDated: Bool { if case .dated = layout { true } else { false } }
}

/// One group of people and one measure, as counts and sums.
package struct MeasuredGroup: Sendable {
    /// Everybody of the group, measured or not.
    package var people: Int
    /// Everybody who has a value before, and everybody who has one after.
    package var before: Moments
    package var after: Moments
    /// The same of those who have both.
    package var pairedBefore: Moments
    package var pairedAfter: Moments
    /// After minus before, of those who have both.
    package var change: Moments
    /// How many improved, stayed the same and got worse; nil where there is no threshold to tell by.
    package var movement: PairedChange.Movement?

    init(_ measure: MeasureRecords, people: [Int], threshold: Double?) throws(StatisticsError) {
        self.people = people.count
        let first = people.map { measure.before[$0] }
        let last = people.map { measure.after[$0] }
        before = try Moments(first.compactMap { $0 })
        after = try Moments(last.compactMap { $0 })
        let paired = try PairedChange(
            before: first, after: last, higherIsBetter: measure.higherIsBetter, threshold: threshold)
        change = paired.changes
        pairedBefore = paired.before
        pairedAfter = paired.after
        movement = paired.changes.count > 0 ? paired.movement : nil
    }
}
