import FoundationEssentials
import Valuation
package import Words

extension Figure {
    /// The number for reading: pounds to the pound, a ratio to the penny, a change as so much higher or lower.
    package var reading: Phrase {
        guard let value else { return withheld ?? "not stated" }
        return text(of: value)
    }

    /// Said beside a change that would be taken for the wrong way round.
    package var direction: Phrase? { better == .lower && value != nil ? "(lower is better)" : nil }

    package var range: Phrase? {
        guard value != nil, let low, let high else { return nil }
        if unit == .ratio { return "\(low, places: 2) to \(high, places: 2)" }
        // "0.54 to 1.36 points lower": the ends of a fall are told without their signs, the nearer one first.
        if better != nil, low > 0 { return "\(bare(low)) to \(text(of: high))" }
        if better != nil, high < 0 { return "\(bare(high.magnitude)) to \(text(of: low))" }
        return better == nil ? "\(bare(low)) to \(amount(high))" : "\(text(of: low)) to \(text(of: high))"
    }

    private func text(of value: Decimal) -> Phrase {
        guard better != nil else { return amount(value) }
        let amount = amount(value.magnitude)
        let shown = value.rounded(places: 2)
        return shown == 0 ? amount : shown > 0 ? "\(amount) higher" : "\(amount) lower"
    }

    private func amount(_ value: Decimal) -> Phrase {
        switch unit {
        case .points: Wording.measured(value, currency: nil)
        default: bare(value)
        }
    }

    /// Without the word for points, which the first end of a range does without.
    private func bare(_ value: Decimal) -> Phrase {
        switch unit {
        case .money(let currency): "\(Wording.money(value, currency))"
        case .ratio: "\(value, places: 2) to 1"
        case .people: "\(value, places: 0)"
        case .months: "\(value, places: 1) months"
        case .share: "\(Wording.share(value))"
        case .quantity: "\(Wording.number(value))"
        case .points: "\(Wording.points(value))"
        }
    }
}
