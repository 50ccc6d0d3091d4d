package import Documents
package import FoundationEssentials
package import Valuation

/// A value map as a provider wrote it: each value with the cell it came from. `ValueMap` is the bare form that is valued.
package struct EnteredValueMap: Sendable, Equatable {
    package var inputs: [EnteredInput]
    package var outcomes: [EnteredOutcome]

    /// The sheets on which the outcomes stand, in their order.
    package var sheets: [String] {
        outcomes.reduce(into: []) { sheets, outcome in
            if !sheets.contains(outcome.sheet) { sheets.append(outcome.sheet) }
        }
    }

    package init(inputs: [EnteredInput], outcomes: [EnteredOutcome]) {
        self.inputs = inputs
        self.outcomes = outcomes
    }
}

/// What one stakeholder put in. `description` is the provider's text ("Programme cost").
package struct EnteredInput: Sendable, Equatable {
    package var stakeholder: String
    package var description: String?
    package var amount: Sourced<Decimal>
    package var kind: Sourced<Input.Kind>
    package var year: Sourced<Int>

    package init(
        stakeholder: String, description: String?, amount: Sourced<Decimal>, kind: Sourced<Input.Kind>,
        year: Sourced<Int>
    ) {
        self.stakeholder = stakeholder
        self.description = description
        self.amount = amount
        self.kind = kind
        self.year = year
    }
}
