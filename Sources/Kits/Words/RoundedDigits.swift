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
        var text = value.description
        var isBelowZero = false
        var digits: [UInt8] = []
        var point: Int?
        let isNumber = text.withUTF8 { bytes in
            digits.reserveCapacity(bytes.count + places + 1)
            for (index, byte) in bytes.enumerated() {
                switch byte {
                case UInt8(ascii: "-") where index == 0: isBelowZero = true
                case UInt8(ascii: ".") where point == nil: point = digits.count
                case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(byte)
                default: return false
                }
            }
            return !digits.isEmpty
        }
        guard isNumber else { return nil }
        var split = point ?? digits.count
        if digits.count > split + places {
            let isHalfOrMore = digits[split + places] >= UInt8(ascii: "5")
            digits.removeSubrange((split + places)...)
            if isHalfOrMore, Self.increment(&digits) { split += 1 }
        }
        while digits.count < split + places { digits.append(UInt8(ascii: "0")) }
        let start = digits[..<split].firstIndex { $0 != UInt8(ascii: "0") } ?? split
        whole = start == split ? "0" : String(decoding: digits[start..<split], as: UTF8.self)
        fraction = String(decoding: digits[split...], as: UTF8.self)
        // What rounds to nothing has no sign: never "-0".
        isNegative = isBelowZero && digits.contains { $0 != UInt8(ascii: "0") }
    }

    /// Adds one to the last digit. Returns whether that made one digit more.
    private static func increment(_ digits: inout [UInt8]) -> Bool {
        for index in digits.indices.reversed() {
            if digits[index] < UInt8(ascii: "9") {
                digits[index] += 1
                return false
            }
            digits[index] = UInt8(ascii: "0")
        }
        digits.insert(UInt8(ascii: "1"), at: 0)
        return true
    }
}
