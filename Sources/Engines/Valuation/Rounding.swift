public import FoundationEssentials

extension Decimal {
    /// Rounded to so many decimal places, halves away from zero: 0.125 to two places is 0.13, -0.125 is -0.13.
    ///
    /// What is left of a division has its last digits cut: 123.45 / 1.2 by way of a factor is 102.87499…, and not 102.875. Such
    /// a number is first rounded to some digits fewer than it can hold, so that a half is still a half.
    public func rounded(places: Int) -> Decimal {
        guard !isNaN, exponent < -places else { return self }
        let held = significand.magnitude.description.utf8.count
        let settled = held > Decimal.certainDigits ? cut(places: -exponent - (held - Decimal.certainDigits)) : self
        return settled.exponent < -places ? settled.cut(places: places) : settled
    }

    /// A decimal holds 38 digits; after some divisions and products the last few are no longer certain.
    private static let certainDigits = 34

    private func cut(places: Int) -> Decimal {
        let digits = Array(significand.magnitude.description.utf8)
        let dropped = -places - exponent
        guard dropped <= digits.count else { return 0 }
        let kept = digits.dropLast(dropped).reduce(UInt128(0)) { $0 * 10 + UInt128($1 - UInt8(ascii: "0")) }
        let carry: UInt128 = digits[digits.count - dropped] >= UInt8(ascii: "5") ? 1 : 0
        guard let magnitude = Decimal(string: String(kept + carry)) else { return self }
        return Decimal(sign: magnitude.isZero ? .plus : sign, exponent: -places, significand: magnitude)
    }

    /// The double nearest to this decimal.
    public var double: Double { Double(description) ?? .nan }
}
