/// A debt adviser: debts in pounds with a group on the waiting list to compare with, and an account that was corrected.
extension ExampleWorkbook {
    static let debtAdvice = [firstYear, uncorrected, corrected]

    private static func about(_ period: String) -> [(name: String, value: String)] {
        [
            ("Provider", "Level Debt Advice (made-up example)"), ("Commissioner", "Harrowmere Borough Council"),
            ("Project", "Debt advice at the library"), ("Period", period), ("Currency", "GBP"),
        ]
    }

    private static let headings = [
        "Stakeholder", "Input", "Input value", "Output", "Outcome", "Quantity", "Low", "High", "Duration (years)",
        "Financial proxy", "Proxy value", "Proxy source", "Deadweight %", "Displacement %", "Attribution %",
        "Drop-off %",
        "Start",
    ].map { ["Low", "High"].contains($0) ? "Quantity (\($0.lowercased()))" : $0 }

    private static let organisation = (id: "level-debt-advice", name: "Level Debt Advice")

    private static let firstYear = ExampleWorkbook(
        id: "debt-advice-2025", organisation: organisation, about: about("April 2024 to March 2025"),
        map: Table(
            name: "Map", headings: headings,
            rows: [
                [
                    "People in debt", "Their time", .pounds(0), "412 meetings with 124 people",
                    "Owes less, and has a plan", "people who improved on Debt", nil, nil, 2,
                    "Interest and fees not paid",
                    .pounds(1_400), "Made up for this example", .percent(0.3), .percent(0), .percent(0.1),
                    .percent(0.25),
                    "after",
                ],
                [
                    "Landlords", nil, nil, nil, "Fewer homes lost for arrears", 9, 6, 12, 1,
                    "The cost of ending one tenancy", .pounds(3_100), "Made up for this example", .percent(0.4),
                    .percent(0.1), .percent(0.2), .percent(0), "after",
                ],
                [
                    "Harrowmere Borough Council", "Contract", .pounds(68_000), nil,
                    "Fewer families in short-term housing",
                    5, 3, 8, 1, "Eleven weeks of short-term housing", .pounds(4_600), "Made up for this example",
                    .percent(0.4), .percent(0), .percent(0.35), .percent(0), "after",
                ],
            ]),
        people: Table(
            name: "Clients", title: "Debts in pounds, for those advised and for those who waited",
            headings: ["Case number", "Received service", "Household", "Debt before", "Debt after"],
            rows: people(seed: 5, advised: 124, waiting: 61, fall: 1_450)),
        words: [
            (
                "What we did",
                "An adviser sat in the library on three days a week, and saw people without an appointment."
            ),
            ("What we learned", "Those who came with a friend kept to their plan more often."),
        ])

    private static let uncorrected = secondYear(
        edition: 1, correction: nil, anyway: 0.05,
        learned: "Letters opened together are letters answered: nearly everyone left with a list of all they owed.")
    private static let corrected = secondYear(
        edition: 2,
        correction:
            "The share that would have happened anyway was typed as 5% in one row. It is 50%, as in our survey.",
        anyway: 0.5,
        learned: "Letters opened together are letters answered: nearly everyone left with a list of all they owed.")

    private static func secondYear(edition: Int, correction: String?, anyway: Double, learned: String)
        -> ExampleWorkbook
    {
        ExampleWorkbook(
            id: "debt-advice-2026", edition: edition, correction: correction, organisation: organisation,
            about: about("April 2025 to March 2026"),
            map: Table(
                name: "Map", headings: headings,
                rows: [
                    [
                        "People in debt", "Their time", .pounds(0), "455 meetings with 131 people",
                        "Owes less, and has a plan", "people who improved on Debt", nil, nil, 2,
                        "Interest and fees not paid", .pounds(1_450), "Made up for this example", .percent(anyway),
                        .percent(0), .percent(0.1), .percent(0.25), "after",
                    ],
                    [
                        "Landlords", nil, nil, nil, "Fewer homes lost for arrears", 11, 8, 14, 1,
                        "The cost of ending one tenancy", .pounds(3_200), "Made up for this example", .percent(0.4),
                        .percent(0.1), .percent(0.2), .percent(0), "after",
                    ],
                    [
                        "Harrowmere Borough Council", "Contract", .pounds(71_000), nil, nil, nil, nil, nil, nil, nil,
                        nil, nil,
                        nil, nil, nil, nil, nil,
                    ],
                ]),
            people: Table(
                name: "Clients", title: "Debts in pounds, for those advised and for those who waited",
                headings: ["Case number", "Received service", "Household", "Debt before", "Debt after"],
                rows: people(seed: 8, advised: 131, waiting: 54, fall: 1_600)),
            words: [("What we learned", learned)])
    }

    private static func people(seed: UInt64, advised: Int, waiting: Int, fall: Double) -> [[ExampleCell]] {
        var draw = ExamplePeople(seed: seed)
        return (1...(advised + waiting)).map { number in
            let isAdvised = number <= advised
            let before = max(300, draw.around(6_800, spread: 2_700).rounded())
            let change = isAdvised ? draw.around(fall, spread: 1_900) : draw.around(250, spread: 1_500)
            let after: ExampleCell = draw.happens(0.08) ? .blank : .pounds(max(0, (before - change).rounded()))
            return [
                ExamplePeople.code("D", number), isAdvised ? "yes" : "no",
                .text(draw.pick(["Single", "Single", "Couple", "Family", "Family", "Sharing"])), .pounds(before), after,
            ]
        }
    }
}
