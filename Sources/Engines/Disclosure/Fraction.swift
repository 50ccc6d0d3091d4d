/// A fraction in lowest terms; `overflowed` once a figure no longer fits, and from then on.
struct Fraction: Sendable, Equatable {
    private(set) var numerator: Int128
    private(set) var denominator: Int128

    static let zero = Fraction(numerator: 0, denominator: 1)
    static let one = Fraction(numerator: 1, denominator: 1)
    static let minusOne = Fraction(numerator: -1, denominator: 1)
    private static let overflowed = Fraction(numerator: 0, denominator: 0)

    var isOverflowed: Bool { denominator == 0 }
    var isZero: Bool { numerator == 0 && denominator != 0 }
    var double: Double { Double(numerator) / Double(denominator) }

    /// This less `one * other`.
    func subtracting(_ one: Fraction, times other: Fraction) -> Fraction {
        Self.sum(self, Self.product(one, other, negative: true))
    }

    func divided(by other: Fraction) -> Fraction {
        Self.product(self, Fraction(numerator: other.denominator, denominator: other.numerator), negative: false)
    }

    private static func product(_ one: Fraction, _ other: Fraction, negative: Bool) -> Fraction {
        let (top, overTop) = one.numerator.multipliedReportingOverflow(by: other.numerator)
        let (bottom, overBottom) = one.denominator.multipliedReportingOverflow(by: other.denominator)
        guard !overTop, !overBottom else { return overflowed }
        return reduced(negative ? -top : top, bottom)
    }

    private static func sum(_ one: Fraction, _ other: Fraction) -> Fraction {
        let (left, overLeft) = one.numerator.multipliedReportingOverflow(by: other.denominator)
        let (right, overRight) = other.numerator.multipliedReportingOverflow(by: one.denominator)
        let (top, overTop) = left.addingReportingOverflow(right)
        let (bottom, overBottom) = one.denominator.multipliedReportingOverflow(by: other.denominator)
        guard !overLeft, !overRight, !overTop, !overBottom else { return overflowed }
        return reduced(top, bottom)
    }

    private static func reduced(_ top: Int128, _ bottom: Int128) -> Fraction {
        // Half the range is left over, so that a change of sign can't overflow.
        guard bottom != 0, top.magnitude < 1 << 126, bottom.magnitude < 1 << 126 else { return overflowed }
        var (a, b) = (top.magnitude, bottom.magnitude)
        while b != 0 { (a, b) = (b, a % b) }
        let divisor = Int128(a) * (bottom < 0 ? -1 : 1)
        return Fraction(numerator: top / divisor, denominator: bottom / divisor)
    }
}
