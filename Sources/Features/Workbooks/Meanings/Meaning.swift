/// What a column, or a line of `About` and `In our words`, can be taken for. The raw values are the stable codes of `--take`.
package enum Meaning: String, Sendable, Hashable, CaseIterable {
    // The value map
    case stakeholder, input, inputAmount, inputKind, inputYear
    case output, outcome, indicator, indicatorSource
    case quantity, quantityLow, quantityHigh, quantityShare, unit
    case duration, durationMonths, durationMonthsUp, durationMonthsDown, start
    case proxyName, proxy, proxyLow, proxyHigh, proxySource, priceYear
    case deadweight, deadweightLow, deadweightHigh
    case displacement, displacementLow, displacementHigh
    case attribution, attributionLow, attributionHigh, ownShare
    case dropOff, dropOffLow, dropOffHigh
    case rowDiscountRate
    // Participants
    case person, comparisonGroup, date, timePoint, scoreName, before, after, score, characteristic, leftUnread
    // About
    case provider, commissioner, service, totalInput, period, periodStart, periodEnd, currency, language, discountRate,
        convention
    // In our words
    case whatWeDid, story, consent, whatWeLearned, whatNext
    // Any sheet
    case calculated, notUsed

    /// Meanings whose values are figures: two columns for one of them would give two accounts.
    package var isFigure: Bool { isShare || isDuration || Meaning.figures.contains(self) }

    /// A share from 0 to 1 that people write as a percentage or as a fraction.
    package var isShare: Bool { Meaning.shares.contains(self) }

    package var isDuration: Bool { Meaning.durations.contains(self) }

    private static let figures: Set<Meaning> = [
        .inputAmount, .inputYear, .quantity, .quantityLow, .quantityHigh, .start, .proxy, .proxyLow, .proxyHigh,
        .rowDiscountRate,
    ]

    private static let durations: Set<Meaning> = [
        .duration, .durationMonths, .durationMonthsUp, .durationMonthsDown,
    ]

    private static let shares: Set<Meaning> = [
        .deadweight, .deadweightLow, .deadweightHigh, .displacement, .displacementLow, .displacementHigh,
        .quantityShare, .attribution, .attributionLow, .attributionHigh, .ownShare, .dropOff, .dropOffLow, .dropOffHigh,
    ]
}
