import Accounts
import Documents
import FoundationEssentials
import Measurement
import ValueMaps
import Valuation

/// An outcome row with its quantity settled: as written, or counted from the participants' sheet.
struct ResolvedOutcome: Sendable {
    var entered: EnteredOutcome
    var quantity: Decimal
    /// Where the quantity was counted: by which measure, and the 95 % interval of the count.
    var measured: MeasuredQuantity?

    var bare: Outcome {
        Outcome(
            stakeholder: entered.stakeholder, outcome: entered.outcome, quantity: quantity, proxy: entered.proxy.value,
            deadweight: entered.deadweight.value, displacement: entered.displacement.value,
            attribution: entered.attribution.value, dropOff: entered.dropOff.value, duration: entered.duration.value,
            start: entered.start.value, discountRate: entered.discountRate?.value)
    }
}

struct MeasuredQuantity: Sendable, Equatable {
    /// Position among the measures; nil where everybody on the programme is counted.
    var measure: Int?
    var low: Decimal
    var high: Decimal
    /// `Participants!G4:G448 where …`.
    var cells: String
}

/// An outcome that can't be valued without showing how few people a number stands for.
struct UnvaluedOutcome: Sendable, Equatable {
    var stakeholder: String
    var outcome: String
    var cell: String
}
