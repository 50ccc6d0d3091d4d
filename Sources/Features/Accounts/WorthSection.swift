package import FoundationEssentials
package import Valuation
package import Words

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

    package init(
        inputs: [InputLine], outcomes: [OutcomeLine], stakeholders: [StakeholderLine], sensitivity: [SensitivityLine],
        conventionSentence: Phrase, totals: [Figure], isPaidBack: Bool, valued: Valued
    ) {
        self.inputs = inputs
        self.outcomes = outcomes
        self.stakeholders = stakeholders
        self.sensitivity = sensitivity
        self.conventionSentence = conventionSentence
        self.totals = totals
        self.isPaidBack = isPaidBack
        self.valued = valued
    }
}

package struct InputLine: Sendable {
    package var stakeholder: String
    package var description: String?
    package var amount: Decimal
    package var isInKind: Bool
    package var year: Int
    package var cell: String

    package init(
        stakeholder: String, description: String? = nil, amount: Decimal, isInKind: Bool, year: Int, cell: String
    ) {
        self.stakeholder = stakeholder
        self.description = description
        self.amount = amount
        self.isInKind = isInKind
        self.year = year
        self.cell = cell
    }
}

/// One outcome that is valued, with the figures that belong to it.
package struct OutcomeLine: Sendable {
    package var number: Int
    /// The row of the map as it was valued.
    package var row: Outcome
    /// What was done, in the provider's words.
    package var output: String?
    /// Whether the quantity was counted from the records of people.
    package var isCounted: Bool
    /// The position of the change by whose measure it was counted; nil where everybody was.
    package var measure: Int?
    package var quantity: Figure
    package var firstYear: Figure
    package var presentValue: Figure

    package init(
        number: Int, row: Outcome, output: String? = nil, isCounted: Bool, measure: Int? = nil, quantity: Figure,
        firstYear: Figure, presentValue: Figure
    ) {
        self.number = number
        self.row = row
        self.output = output
        self.isCounted = isCounted
        self.measure = measure
        self.quantity = quantity
        self.firstYear = firstYear
        self.presentValue = presentValue
    }

    package var stakeholder: String { row.stakeholder }
    package var outcome: String { row.outcome }
}

package struct StakeholderLine: Sendable {
    package var stakeholder: String
    package var value: Figure

    package init(stakeholder: String, value: Figure) {
        self.stakeholder = stakeholder
        self.value = value
    }
}
