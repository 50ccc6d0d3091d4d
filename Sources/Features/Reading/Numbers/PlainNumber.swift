/// Reads texts that are numbers at first sight, because a .csv holds nothing else and may hold a million of them.
enum PlainNumber {
    /// The number of a text of digits with at most a minus sign and a decimal point; nil for every other text.
    ///
    /// Three digits after the point are left to ``WrittenNumber``, which knows that the point may group thousands.
    static func read(_ text: String) -> Double? {
        var digits = 0
        var whole = 0.0
        var fraction = -1
        var isNegative = false
        for (index, byte) in text.utf8.enumerated() {
            switch byte {
            case 0x30...0x39:
                digits += 1
                whole = whole * 10 + Double(byte - 0x30)
                if fraction >= 0 { fraction += 1 }
            case 0x2E where fraction < 0 && digits > 0: fraction = 0
            case 0x2D where index == 0: isNegative = true
            default: return nil
            }
            if digits > 15 { return nil }
        }
        guard digits > 0, fraction != 0, fraction != 3 else { return nil }
        // Both are exact below 2^53 and 10^22, so that the quotient is the nearest number to what is written.
        let number = fraction > 0 ? whole / powers[fraction] : whole
        return isNegative ? -number : number
    }

    private static let powers: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    ]
}
