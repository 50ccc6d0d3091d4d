import FoundationEssentials

// A decimal's exponent ends at -128, and a product or quotient that would need a smaller one stops the process. Many years of
// heavy drop-off get there: 0.05 to the power of 99. So factors are first cut to 60 places, far below any figure that is shown.
private let places = 60

/// The value, cut to what can be multiplied and divided without harm.
func settled(_ value: Decimal) -> Decimal { value.exponent < -places ? value.rounded(places: places) : value }

func product(_ factors: Decimal...) -> Decimal {
    factors.reduce(1) { settled($0 * settled($1)) }
}

/// One divided by the other; not a number where the other is nothing.
func quotient(_ one: Decimal, _ other: Decimal) -> Decimal { settled(settled(one) / settled(other)) }
