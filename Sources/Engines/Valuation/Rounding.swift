public import FoundationEssentials

extension Decimal {
    /// Rounded to so many decimal places, halves away from zero: 0.125 to two places is 0.13, -0.125 is -0.13.
    public func rounded(places: Int) -> Decimal {
        guard !isNaN, exponent < -places else { return self }
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
