/// Which counts are hidden so that no count from 1 to 4 can be read or worked out.
public struct Suppression: Sendable, Equatable {
    public enum Shown: Sendable, Equatable {
        case count(Int)
        /// A count from 1 to one below the threshold: "fewer than 5".
        case fewer(than: Int)
        /// A count that would give a small one away, or a small one that even "fewer than 5" would give away: "not shown".
        case notShown
    }

    private let shown: [Shown]

    public subscript(cell: CountTables.Cell) -> Shown { shown[cell.index] }

    public func isHidden(_ cell: CountTables.Cell) -> Bool {
        if case .count = shown[cell.index] { return false }
        return true
    }

    /// Counts of people from 1 to one below this are small. Ours; other bodies use 5 or 10.
    public static let threshold = 5

    /// Hides the small counts of all tables together, then further ones, the smallest first, until none of the hidden can be
    /// worked out from what is shown: neither from the sums, nor from the sums together with what a reader knows of each
    /// hidden count (a small one is 1 to 4, any other at least 5; a count of 0 is always shown).
    ///
    /// - Parameters:
    ///   - known: counts that readers know from elsewhere, such as a total that is shown anyway. They are never hidden.
    ///   - spared: counts that readers need most; one of them is hidden only where no other count protects as well.
    /// - Source: the method of secondary suppression with an audit by linear programming, as in A. Hundepool and others,
    ///   Statistical Disclosure Control (2012), chapter 4, and in the R package sdcTable.
    public init(
        of tables: CountTables, threshold: Int = Suppression.threshold, known: Set<CountTables.Cell> = [],
        sparing spared: Set<CountTables.Cell> = []
    ) {
        var search = SuppressionSearch(
            tables, threshold: threshold, known: Set(known.map(\.index)), spared: Set(spared.map(\.index)))
        search.hideUntilSafe()
        search.showWhatNeedNotBeHidden()
        shown = tables.counts.indices.map { index in
            if search.unlabelled.contains(index) { return .notShown }
            guard search.hidden.contains(index) else { return .count(tables.counts[index]) }
            return search.isSmall(index) ? .fewer(than: threshold) : .notShown
        }
    }
}

/// The fewest people for whom a mean or a change is shown to anybody outside the provider.
public let fewestForMean = 10

/// Whether a mean or a change may be shown to anybody outside the provider.
public func mayShowMean(of people: Int) -> Bool { people >= fewestForMean }
