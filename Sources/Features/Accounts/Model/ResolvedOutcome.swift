import Documents
package import FoundationEssentials
import Measurement
package import ValueMaps
package import Valuation

/// An outcome row with its quantity settled: as written, or counted from the participants' sheet.
package struct ResolvedOutcome: Sendable {
    package var entered: EnteredOutcome
    package var quantity: Decimal
    /// Where the quantity was counted: by which measure, and the 95 % interval of the count.
    package var measured: MeasuredQuantity?

    package var bare: Outcome {
        Outcome(
            stakeholder: entered.stakeholder, outcome: entered.outcome, quantity: quantity, proxy: entered.proxy.value,
            deadweight: entered.deadweight.value, displacement: entered.displacement.value,
            attribution: entered.attribution.value, dropOff: entered.dropOff.value, duration: entered.duration.value,
            start: entered.start.value, discountRate: entered.discountRate?.value)
    }
}

package struct MeasuredQuantity: Sendable, Equatable {
    /// Position among the measures; nil where everybody on the programme is counted.
    package var measure: Int?
    package var low: Decimal
    package var high: Decimal
    /// `Participants!G4:G448 where …`.
    package var cells: String
}

/// An outcome that can't be valued without showing how few people a number stands for.
package struct UnvaluedOutcome: Sendable, Equatable {
    package var stakeholder: String
    package var outcome: String
    package var cell: String
}
