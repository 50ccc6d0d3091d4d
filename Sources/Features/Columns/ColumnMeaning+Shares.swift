import Workbooks
import FoundationEssentials
import Words

// What part of a change is not the provider's own, or not lasting.
extension ColumnMeaning {
    static let whatReducesIt: [ColumnMeaning] =
        share(
            .deadweight, .deadweightLow, .deadweightHigh, "Deadweight %",
            "The part that would have happened anyway, without you.", [Decimal(20), 30, 25],
            names: [
                "Deadweight", "Deadweight %", "DW", "Dwt", "Dead weight", "What would have happened anyway?",
                "What would have happened without us", "What would have happened without the activity?",
                "Would have happened anyway", "Happened anyway", "Would it have happened anyway", "Happen without us",
                "How much would have happened anyway", "Counterfactual", "Baseline trend",
                "What would happen anyway", "What would have happened otherwise", "Pwysau marw",
                "What would have happened without the project", "Happened without the project",
            ])
        + share(
            .displacement, .displacementLow, .displacementHigh, "Displacement %",
            "The part that only moved a problem to somebody else.", [0, 0, 0],
            names: [
                "Displacement", "Displacement %", "Disp", "Displ", "Displaced", "What activity did you displace?",
                "What did you displace",
                "What was displaced", "Moved elsewhere", "What did it displace", "Displaces", "Problem moved elsewhere",
                "Substitution", "Dadleoli", "What was moved elsewhere",
            ])
        + share(
            .attribution, .attributionLow, .attributionHigh, "Attribution %",
            "The part that is due to others, and not to you.", [Decimal(25), 20, 10],
            names: [
                "Attribution", "Attribution %", "Att", "Attr", "Attrib", "Attributed to others",
                "Attributable to others",
                "Who else contributed", "Who else contributed to the change?", "Due to others", "Down to others",
                "Share due to others",
                "Others",
                "Others' contribution", "Contribution of others", "Credit to others", "Others' share",
                "Part due to others",
                "Who else was involved", "Caused by others", "How much was due to others", "Who else helped",
                "Priodoli",
                "Percentage due to others",
            ])
        + [
            ColumnMeaning(
                .ownShare, .valueMap, "Part due to you", "The part that is due to you. The rest is due to others.",
                template: false,
                names: [
                    "Due to us", "Our share", "Our contribution", "Share due to us", "Part due to us",
                    "Attributable to us", "Attributed to us", "Due to the project", "Due to our work",
                    "How much was due to us", "Caused by us", "Due to you", "Part due to you", "Percentage due to us",
                    "Attribution to us", "Attribution to project", "Attribution to programme", "Attribution to service",
                    "Attributable to project", "Attributable to programme", "Attributable to service",
                    "Attributed to project", "Attributed to programme", "Attributed to service",
                    "Due to programme", "Due to service", "Our attribution", "Attribution (our share)",
                    "How much is down to us",
                ])
        ]
        + share(
            .dropOff, .dropOffLow, .dropOffHigh, "Drop-off %",
            "The part of the change that is lost in each later year.",
            [Decimal(25), 0, 0],
            names: [
                "Drop-off", "Drop off", "Drop", "D/O", "Dropoff", "Drop-off %",
                "Does the outcome drop off in future years?",
                "Does the outcome drop off", "Drop off rate", "Decay", "Decay rate", "Reduction each year",
                "Annual drop off", "Yearly drop off", "Drop-off per year", "Drop-off each year",
                "Drop-off rate per year",
                "Fade", "Fades by", "Lost each year", "Attrition rate",
                "Gostyngiad",
            ])
        + [
            ColumnMeaning(
                .rowDiscountRate, .valueMap, "Discount rate", "A rate for this row alone, such as 1.5% for health.",
                template: false, names: ["Discount rate", "Row discount rate", "Discount rate %", "Discount"])
        ]

    private static func share(
        _ middle: Meaning, _ low: Meaning, _ high: Meaning, _ name: Phrase, _ explanation: Phrase,
        _ hundredths: [Decimal],
        names: [String]
    ) -> [ColumnMeaning] {
        [
            ColumnMeaning(
                middle, .valueMap, name, explanation, examples: hundredths.map { .percent($0 / 100) } + [.blank],
                names: names),
            ColumnMeaning(low, .valueMap, "\(name), low", "The least that it may be.", template: false),
            ColumnMeaning(high, .valueMap, "\(name), high", "The most that it may be.", template: false),
        ]
    }
}
