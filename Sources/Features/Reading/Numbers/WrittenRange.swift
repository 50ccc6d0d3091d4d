import FoundationEssentials

/// Two ends of a range in one cell: `20-30%`, `8 to 12`, `£80–£100`, `between 5 and 10`.
struct WrittenRange: Sendable, Equatable {
    let low: Decimal
    let high: Decimal
    let isPercent: Bool

    var middle: Decimal { (low + high) / 2 }

    init?(_ raw: String) {
        guard raw.utf8.count <= 60 else { return nil }
        var text = NumberWords.withoutApproximation(NumberWords.trimmed(raw.lowercased()))
        if text.hasPrefix("between ") { text = text.replacing("between ", with: "").replacing(" and ", with: " to ") }
        for sign in [" to ", "-", "\u{2013}", "\u{2014}"] {
            let parts = text.split(separator: sign, omittingEmptySubsequences: false).map {
                NumberWords.trimmed(String($0))
            }
            guard parts.count == 2 else { continue }
            guard let first = WrittenRange.end(parts[0]), let last = WrittenRange.end(parts[1]) else { return nil }
            // The percent sign of the second end stands for both: `20-30%`. Of thousands that is not so sure: `900-2k`.
            guard last.isPercent || !first.isPercent, first.number < last.number,
                WrittenNumber.namesScale(parts[0]) == WrittenNumber.namesScale(parts[1])
            else { return nil }
            low = first.number
            high = last.number
            isPercent = last.isPercent
            return
        }
        return nil
    }

    /// One end; nil where it can be read in two ways.
    private static func end(_ text: String) -> (number: Decimal, isPercent: Bool)? {
        switch WrittenNumber(text) {
        case .number(let number, let isPercent): number < 0 ? nil : (number, isPercent)
        case .either(let grouped, _, let isPercent, signIsPoint: false): (grouped, isPercent)
        default: nil
        }
    }
}
