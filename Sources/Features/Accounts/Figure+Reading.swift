import FoundationEssentials
package import Words

extension Figure {
    /// The number for reading: pounds to the pound, a ratio to the penny.
    package var reading: Phrase {
        guard let value else { return withheld ?? "not stated" }
        return text(of: value)
    }

    package var range: Phrase? {
        guard value != nil, let low, let high else { return nil }
        if unit == .ratio { return "\(low, places: 2) to \(high, places: 2)" }
        return "\(text(of: low)) to \(text(of: high))"
    }

    private func text(of value: Decimal) -> Phrase {
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
