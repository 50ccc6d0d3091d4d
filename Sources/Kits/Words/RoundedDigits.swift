import FoundationEssentials

/// The digits of a decimal rounded half away from zero to a number of places; nil for what is not a number.
struct RoundedDigits: Equatable {
    let isNegative: Bool
    /// Without leading zeros, "0" where there is nothing before the mark.
    let whole: String
    /// Exactly as many digits as places were asked for.
    let fraction: String

    init?(_ value: Decimal, places wished: Int) {
        let places = min(max(wished, 0), NumberForms.mostPlaces)
        // A decimal describes itself exactly, in plain digits with a full stop: -1234.5
        var text = value.description[...]
        let negative = text.first == "-"
        if negative { text.removeFirst() }
        guard !text.isEmpty, text.utf8.allSatisfy({ $0 == 0x2E || (0x30...0x39).contains($0) }) else { return nil }
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let before = parts[0].utf8.map { $0 - 0x30 }
        let after = parts.count > 1 ? parts[1].utf8.map { $0 - 0x30 } : []
        guard before.allSatisfy({ $0 < 10 }), after.allSatisfy({ $0 < 10 }) else { return nil }
        var digits = before + after.prefix(places)
        digits += Array(repeating: 0, count: places - min(places, after.count))
        if after.count > places, after[places] >= 5 { Self.increment(&digits) }
        let split = digits.count - places
        let wholeDigits = digits[..<split].drop { $0 == 0 }
        whole = wholeDigits.isEmpty ? "0" : Self.text(wholeDigits)
        fraction = Self.text(digits[split...])
        // What rounds to nothing has no sign: never "-0".
        isNegative = negative && digits.contains { $0 != 0 }
    }

    private static func increment(_ digits: inout [UInt8]) {
        for index in digits.indices.reversed() {
            if digits[index] < 9 {
                digits[index] += 1
                return
            }
            digits[index] = 0
        }
        digits.insert(1, at: 0)
    }

    private static func text(_ digits: ArraySlice<UInt8>) -> String {
        String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self)
    }
}
