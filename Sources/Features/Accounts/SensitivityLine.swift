package import FoundationEssentials
package import Valuation
package import Words

/// One assumption moved from its low to its high end while all others stay.
package struct SensitivityLine: Sendable {
    package var name: Phrase
    package var outcomeNumber: Int
    package var assumption: Valuation.Assumption
    package var lowEnd: Decimal
    package var highEnd: Decimal
    package var ratioAtLow: Decimal
    package var ratioAtHigh: Decimal
    package var basis: Phrase
    package var basisKind: RangeBasis

    package init(
        name: Phrase, outcomeNumber: Int, assumption: Valuation.Assumption, lowEnd: Decimal, highEnd: Decimal,
        ratioAtLow: Decimal, ratioAtHigh: Decimal, basis: Phrase, basisKind: RangeBasis
    ) {
        self.name = name
        self.outcomeNumber = outcomeNumber
        self.assumption = assumption
        self.lowEnd = lowEnd
        self.highEnd = highEnd
        self.ratioAtLow = ratioAtLow
        self.ratioAtHigh = ratioAtHigh
        self.basis = basis
        self.basisKind = basisKind
    }
}
