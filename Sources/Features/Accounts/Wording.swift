package import FoundationEssentials
import Valuation
package import Words

/// Numbers as they stand inside a sentence.
package enum Wording {
    /// A measured value: money where the measure has a currency, else points.
    package static func amount(_ value: Decimal, currency: String?) -> Phrase.Argument {
        if let currency { return .money(value, currency: currency, pence: false) }
        return points(value)
    }

    /// The same with its unit said: points where the measure has no currency.
    package static func measured(_ value: Decimal, currency: String?) -> Phrase {
        currency == nil ? "\(points(value)) points" : "\(amount(value, currency: currency))"
    }

    /// An average or a difference of averages: always two places, so that the ends of a range look alike (−0.40 to 2.87).
    package static func points(_ value: Decimal) -> Phrase.Argument { .number(value.rounded(places: 2), places: 2) }

    /// A measured share: whole percents, and a tenth of one only where a whole one would say none or all.
    package static func share(_ value: Decimal) -> Phrase.Argument {
        let isNearAnEnd = value.magnitude < 0.01 || value > 0.99
        return .percent(value, places: isNearAnEnd ? 1 : 0)
    }

    /// A number with as many places as it has, up to two: 185 and 2.5, never 185.00.
    package static func number(_ value: Decimal, most places: Int = 2) -> Phrase.Argument {
        let rounded = value.rounded(places: places)
        return .number(rounded, places: min(places, max(0, -rounded.exponent)))
    }

    /// Money to the pound where it is large, to the penny where it is small.
    package static func money(_ value: Decimal, _ currency: String) -> Phrase.Argument {
        .money(value, currency: currency, pence: value.magnitude < 100)
    }

    /// What a net ratio is, wherever one is explained.
    package static let netRatio: Phrase =
        "The ratio less what was put in. A ratio of 1.80 to 1 is a net ratio of 0.80."

    /// A name that fits into a sentence: a longer one ends after a whole word with dots.
    package static func short(_ name: String, most: Int = 48) -> String {
        guard name.count > most else { return name }
        let start = name.prefix(most)
        let words = start.lastIndex(of: " ").map { start[..<$0] } ?? start
        return "\(words) …"
    }
}
