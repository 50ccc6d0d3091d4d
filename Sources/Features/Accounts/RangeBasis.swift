package import Words

/// Where the two ends of an assumption come from.
package enum RangeBasis: Sendable, Equatable {
    case stated, measured, ours

    package var phrase: Phrase {
        switch self {
        case .stated: "the provider’s own low and high"
        case .measured: "the 95% interval of what was counted"
        case .ours: "ours: 20% each way, or 10 percentage points for a share"
        }
    }

    /// What ``word`` means, as the end of a sentence.
    package var meaning: Phrase {
        switch self {
        case .stated: "the low and high that the provider gave"
        case .measured: "the ends of the 95% interval of what was counted"
        case .ours: "20% each way, or 10 percentage points for a share"
        }
    }

    /// For a table with many rows that says above it what the word means.
    package var word: Phrase {
        switch self {
        case .stated: "the provider’s"
        case .measured: "counted"
        case .ours: "ours"
        }
    }
}
