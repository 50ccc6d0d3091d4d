package import FoundationEssentials

/// A group's row in the table and in the chart of a change; means are nil where they rest on fewer than ten people.
package struct ChangeGroup: Sendable {
    package var isComparison: Bool
    package var people: ShownNumber
    package var started: ShownNumber
    package var followedUp: ShownNumber
    package var before: IntervalMean?
    package var after: IntervalMean?
    package var sums: GroupSums?
    package var improved: ShownNumber?
    package var same: ShownNumber?
    package var worse: ShownNumber?

    package init(
        isComparison: Bool, people: ShownNumber, started: ShownNumber, followedUp: ShownNumber,
        before: IntervalMean? = nil, after: IntervalMean? = nil, sums: GroupSums? = nil, improved: ShownNumber? = nil,
        same: ShownNumber? = nil, worse: ShownNumber? = nil
    ) {
        self.isComparison = isComparison
        self.people = people
        self.started = started
        self.followedUp = followedUp
        self.before = before
        self.after = after
        self.sums = sums
        self.improved = improved
        self.same = same
        self.worse = worse
    }
}

/// A mean with its 95 % interval.
package struct IntervalMean: Sendable, Equatable {
    package var mean: Decimal
    package var low: Decimal
    package var high: Decimal

    package init(mean: Decimal, low: Decimal, high: Decimal) {
        self.mean = mean
        self.low = low
        self.high = high
    }
}

/// What leaves the provider of a group's values: how many, their sum and the sum of their squares.
package struct GroupSums: Sendable, Equatable {
    package struct Sums: Sendable, Equatable {
        package var count: Int
        package var sum: Double
        package var sumOfSquares: Double

        package init(count: Int, sum: Double, sumOfSquares: Double) {
            self.count = count
            self.sum = sum
            self.sumOfSquares = sumOfSquares
        }
    }

    package var before: Sums?
    package var after: Sums?
    package var change: Sums?

    package init(before: Sums? = nil, after: Sums? = nil, change: Sums? = nil) {
        self.before = before
        self.after = after
        self.change = change
    }
}
