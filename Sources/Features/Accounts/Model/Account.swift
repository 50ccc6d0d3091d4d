import Documents
package import FoundationEssentials
package import Valuation
package import Words
package import Workbooks

/// One account: who, for whom, what changed, what it is worth, and how anyone can check it.
///
/// It is the one model behind the page, the paper, the workbook and the JSON; each shows these values and works out none.
package struct Account: Sendable {
    package var facts: AccountFacts
    package var about: About
    /// Two sentences.
    package var finding: [Phrase]
    package var ownWords: OwnWords
    package var people: PeopleSection?
    package var changes: [ChangeSection]
    package var worth: WorthSection
    package var anyway: [Phrase]
    package var unknowns: [Phrase]
    package var cautions: [Phrase]
    package var assumptions: [StatedAssumption]
    package var figures: [Figure]

    package func figure(_ id: String) -> Figure? { figures.first { $0.id == id } }
}

/// What makes an account repeatable: the same workbook, options, date and version give the same bytes.
package struct AccountFacts: Sendable, Equatable {
    package var date: CivilDate
    package var version: String
    package var workbookName: String
    /// SHA-256 of the workbook as it came in, in hexadecimal.
    package var workbookDigest: String
    /// The options that were given, as name and value.
    package var options: [String]
    package var edition: Int
    /// Why this edition corrects the one before it.
    package var correction: String?

    package init(
        date: CivilDate, version: String, workbookName: String, workbookDigest: String, options: [String] = [],
        edition: Int = 1, correction: String? = nil
    ) {
        self.date = date
        self.version = version
        self.workbookName = workbookName
        self.workbookDigest = workbookDigest
        self.options = options
        self.edition = edition
        self.correction = correction
    }
}

/// Who took part: counts by group, and characteristics with small numbers hidden.
package struct PeopleSection: Sendable {
    package var people: Figure
    package var comparison: Figure?
    package var tables: [CharacteristicTable]
    package var notes: [Phrase]
}

/// A characteristic of the people, by group.
package struct CharacteristicTable: Sendable {
    package var name: String
    package var rows: [CharacteristicRow]
    package var cells: String
}

package struct CharacteristicRow: Sendable {
    /// The category as the provider wrote it; nil for people without an entry, and for an average.
    package var label: Phrase
    package var programme: ShownNumber
    package var comparison: ShownNumber?
}

/// A count or an average that may be shown, or why not.
package enum ShownNumber: Sendable, Equatable {
    case count(Int)
    case mean(Decimal)
    case fewerThanFive
    /// Hidden because it would reveal another number, or because it rests on fewer than ten people.
    case hidden

    var isCount: Bool { if case .count = self { true } else { false } }

    package var phrase: Phrase {
        switch self {
        case .count(let count): "\(count)"
        case .mean(let mean): "\(mean, places: 1)"
        case .fewerThanFive: "fewer than 5"
        case .hidden: "not shown"
        }
    }
}

/// One measured outcome.
package struct ChangeSection: Sendable {
    package var number: Int
    package var name: String
    package var currency: String?
    package var sentence: Phrase
    package var higherIsBetter: Bool
    package var main: Figure
    package var beside: [Figure]
    package var groups: [ChangeGroup]
    package var attrition: Phrase
    /// The provider's concept for this outcome, once words are shared.
    package var concept: String?
}

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
}

/// A mean with its 95 % interval.
package struct IntervalMean: Sendable, Equatable {
    package var mean: Decimal
    package var low: Decimal
    package var high: Decimal
}

/// What leaves the provider of a group's values: how many, their sum and the sum of their squares.
package struct GroupSums: Sendable, Equatable {
    package struct Sums: Sendable, Equatable {
        package var count: Int
        package var sum: Double
        package var sumOfSquares: Double
    }

    package var before: Sums?
    package var after: Sums?
    package var change: Sums?
}

/// What it is worth: what was put in, what each outcome adds, and what the ratio depends on.
package struct WorthSection: Sendable {
    package var inputs: [InputLine]
    package var outcomes: [OutcomeLine]
    package var stakeholders: [StakeholderLine]
    package var sensitivity: [SensitivityLine]
    package var conventionSentence: Phrase
    /// Inputs, present value, net present value, ratio, net ratio and payback, in this order.
    package var totals: [Figure]
    package var isPaidBack: Bool
    package var valued: Valued
}

package struct InputLine: Sendable {
    package var stakeholder: String
    package var description: String?
    package var amount: Decimal
    package var isInKind: Bool
    package var year: Int
    package var cell: String
}

/// One outcome that is valued, with the figures that belong to it.
package struct OutcomeLine: Sendable {
    package var number: Int
    package var stakeholder: String
    package var outcome: String
    package var values: ResolvedOutcome
    package var quantity: Figure
    package var firstYear: Figure
    package var presentValue: Figure
}

package struct StakeholderLine: Sendable {
    package var stakeholder: String
    package var value: Figure
}

/// One assumption moved from its low to its high end while all others stay.
package struct SensitivityLine: Sendable {
    package var name: Phrase
    package var outcomeNumber: Int
    package var assumption: Valuation.Assumption
    package var lowEnd: Decimal
    package var highEnd: Decimal
    package var ratioAtLow: Decimal
    package var ratioAtHigh: Decimal
    package var basis: Phrase
    package var basisKind: RangeBasis
}

/// Where the two ends of an assumption come from.
package enum RangeBasis: Sendable, Equatable { case stated, measured, ours }

/// Something that the figures take for granted, with where it came from.
package struct StatedAssumption: Sendable, Equatable {
    /// What is taken for granted: “Due to others”.
    package var what: Phrase
    /// The outcome that it is about; nil where it is about all of them.
    package var outcome: Phrase?
    package var value: Phrase
    package var source: Phrase
    package var cell: String?

    /// In full, where it stands alone.
    package var name: Phrase { outcome.map { "\(what): \($0)" } ?? what }
}
