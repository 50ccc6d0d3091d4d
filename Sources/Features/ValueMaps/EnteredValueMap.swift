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

    /// The sheets on which the inputs stand, in their order; those of the outcomes where no cell says.
    package var inputSheets: [String] {
        let own = inputs.reduce(into: [String]()) { sheets, input in
            if let sheet = input.sheet, !sheets.contains(sheet) { sheets.append(sheet) }
        }
        return own.isEmpty ? sheets : own
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

    /// The sheet that its amount stands on; nil where no cell holds it.
    package var sheet: String? {
        if case .cell(let cell) = amount.origin { cell.sheet } else { nil }
    }

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
