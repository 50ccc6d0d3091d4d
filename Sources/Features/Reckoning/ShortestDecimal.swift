import FoundationEssentials

/// The shortest decimal that reads back as this number, so that 0.1 stays 0.1; nil where it is not finite.
func shortestDecimal(_ number: Double) -> Decimal? {
    number.isFinite ? Decimal(string: number.description) : nil
}
