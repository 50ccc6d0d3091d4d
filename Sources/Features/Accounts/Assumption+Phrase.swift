package import Valuation
package import Words

extension Assumption {
    /// The assumption's name as the field says it, with a plain gloss where the term needs one.
    package var phrase: Phrase {
        switch self {
        case .quantity: "how many"
        case .proxy: "value of one"
        case .deadweight: "would have happened anyway"
        case .displacement: "moved elsewhere"
        case .attribution: "due to others"
        case .dropOff: "lost each year"
        }
    }
}
