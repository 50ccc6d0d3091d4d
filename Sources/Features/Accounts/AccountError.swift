package import Disclosure
package import Documents
package import Statistics
package import Valuation
package import Words

/// Why no account can be made of a workbook that was understood.
package enum AccountError: Error, Sendable, Equatable {
    /// The map's figures can't be worked out, such as a value beyond what money can be.
    case notValued(ValuationError, at: CellReference? = nil)
    /// A measure's values are so large that their sums can't be held.
    case notMeasured(measure: String, StatisticsError)
    /// The counts of people can't be protected as they are.
    case notProtected(DisclosureError)
    /// The document worker gave no answer.
    case worker(WorkerProblem)

    package var code: String {
        switch self {
        case .notValued: "ACC-001"
        case .notMeasured: "ACC-002"
        case .notProtected: "ACC-003"
        case .worker(let problem): problem.code
        }
    }

    /// The cell that is to be mended, where it is known.
    package var cell: CellReference? {
        if case .notValued(_, let cell) = self { cell } else { nil }
    }

    /// Whether it is the workbook that can't be taken, and not this machine that failed.
    package var isRefusal: Bool {
        switch self {
        case .notValued, .notMeasured, .notProtected: true
        case .worker: false
        }
    }

    package var explanation: Phrase {
        switch self {
        case .notValued(let error, _):
            "The value map can’t be worked out (\(error.code)). A figure is larger than can be shown; look for a quantity or a value with too many digits."
        case .notMeasured(let measure, let error):
            "“\(measure)” can’t be worked out (\(error.code)). Its values are larger than can be added up."
        case .notProtected(let error):
            "The counts of people can’t be shown safely (\(error.code)). Leave out characteristics with many answers."
        case .worker(let problem): problem.sentence
        }
    }
}
