import CanonicalJSON
import Disclosure

/// An earlier edition that differs from a draft by so few people that the two, set side by side, tell what those few answered:
/// the sums of one less the sums of the other.
package struct NearEdition: Sendable, Equatable {
    /// The number of the earlier edition.
    package let number: Int
    /// The names of the measures that it goes for.
    package let measures: [String]

    package init(number: Int, measures: [String]) {
        self.number = number
        self.measures = measures
    }

    /// - Parameters:
    ///   - draft: the account as JSON.
    ///   - earlier: a published edition of the same account, as JSON.
    /// - Returns: nil where nothing can be told from the two.
    init?(number: Int, of draft: JSON, beside earlier: JSON) {
        let known = Dictionary(Self.sums(earlier), uniquingKeysWith: { first, _ in first })
        var measures: [String] = []
        for (place, sums) in Self.sums(draft) where !measures.contains(place.measure) {
            guard let before = known[place], before != sums else { continue }
            let others = abs(sums.count - before.count)
            // With as many people as before, some answers were changed: nobody can say that they were ten.
            if others == 0 || !mayShowMean(of: others) { measures.append(place.measure) }
        }
        if measures.isEmpty { return nil }
        self.init(number: number, measures: measures)
    }

    private struct Place: Hashable {
        let measure, group, moment: String
    }

    private struct Sums: Equatable {
        let count: Int
        let sum, sumOfSquares: Double
    }

    private static func sums(_ account: JSON) -> [(Place, Sums)] {
        var names: [String: String] = [:]
        for outcome in account["outcomes"]?.arrayValue ?? [] where outcome["kind"]?.stringValue == "measured" {
            guard let figure = outcome["figures"]?.arrayValue?.first?.stringValue else { continue }
            names[figure] = outcome["outcome"]?.stringValue
        }
        var found: [(Place, Sums)] = []
        for change in account["groups"]?.arrayValue ?? [] {
            guard let measure = change["change"]?.stringValue.flatMap({ names[$0] }) else { continue }
            for group in change["groups"]?.arrayValue ?? [] {
                for moment in ["before", "after", "change"] {
                    guard let sums = group[moment], let count = sums["n"]?.integerValue,
                        let sum = sums["sum"]?.numberValue, let squares = sums["sumOfSquares"]?.numberValue
                    else { continue }
                    let place = Place(measure: measure, group: group["group"]?.stringValue ?? "", moment: moment)
                    found.append((place, Sums(count: count, sum: sum, sumOfSquares: squares)))
                }
            }
        }
        return found
    }
}
