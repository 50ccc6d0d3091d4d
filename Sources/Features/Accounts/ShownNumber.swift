package import FoundationEssentials
package import Words

/// A count or an average that may be shown, or why not.
package enum ShownNumber: Sendable, Equatable {
    case count(Int)
    case mean(Decimal)
    case fewerThanFive
    /// Hidden because it would reveal another number, or because it rests on fewer than ten people.
    case hidden

    package var isCount: Bool { if case .count = self { true } else { false } }

    package var phrase: Phrase {
        switch self {
        case .count(let count): "\(count)"
        case .mean(let mean): "\(mean, places: 1)"
        case .fewerThanFive: "fewer than 5"
        case .hidden: "not shown"
        }
    }
}
