package import CanonicalJSON
package import Valuation
import Words

extension MapProblems {
    /// A text that is not JSON: one problem at the root.
    package init(_ error: JSONSyntaxError) {
        let detail: Phrase = "Line \(String(error.line)), column \(String(error.column)): \(error.message)"
        self.init([MapProblem("$", detail, line: error.line, column: error.column)])
    }

    /// What only shows when the map is valued. Whatever the reading refuses is said here too, for maps made in other ways.
    package init(_ error: ValuationError) {
        let problem: MapProblem =
            switch error {
            case .quantityNegative(let outcome, _):
                MapProblem("$.outcomes[\(outcome)].quantity", "This must be 0 or more.")
            case .shareOutOfRange(let outcome, let share, _):
                MapProblem("$.outcomes[\(outcome)].\(share.rawValue)", "This must be a share from 0 to 1.")
            case .durationOutOfRange(let outcome, _):
                MapProblem("$.outcomes[\(outcome)].duration", "This must be a whole number of years from 1 to 100.")
            case .rateOutOfRange(let outcome?, _):
                MapProblem("$.outcomes[\(outcome)].discountRate", "This must be from 0 to 0.2.")
            case .rateOutOfRange(nil, _): MapProblem("$.discountRate", "This must be from 0 to 0.2.")
            case .amountNegative(let input, _): MapProblem("$.inputs[\(input)].amount", "This must be 0 or more.")
            case .yearOutOfRange(let input, _):
                MapProblem("$.inputs[\(input)].year", "This must be a whole number from 0 to 100.")
            case .inputTooLarge(let input): MapProblem("$.inputs[\(input)].amount", "This number is too large.")
            case .tooLarge(let outcome?):
                MapProblem("$.outcomes[\(outcome)]", "What this row is worth is too large a number to state.")
            case .tooLarge(nil): MapProblem("$", "The figures of this map are too large to state.")
            case .rangeInvalid(let outcome, let assumption):
                MapProblem("$.outcomes[\(outcome)].\(assumption.rawValue)", "The low end is above the high end.")
            case .seriesUnreadable: MapProblem("$.discountRate", "The published series of rates can’t be read.")
            }
        self.init([problem])
    }
}
