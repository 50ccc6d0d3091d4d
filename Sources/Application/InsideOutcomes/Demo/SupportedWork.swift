/// A supported-work scheme: a first year with too few people for an average and a ratio below 1, then a larger one.
extension ExampleWorkbook {
    static let supportedWork = [firstYear, secondYear]

    private static func about(_ period: String) -> [(name: String, value: String)] {
        [
            ("Name of organisation", "Orchard Workshop (made-up example)"),
            ("Commissioned by", "Harrowmere and District Health Partnership"),
            ("Scheme", "Supported work in the orchard"),
            ("Dates covered", period),
        ]
    }

    private static let headings = [
        "Stakeholders", "Resources", "Cost", "Cash or in kind", "Activity", "Outcomes", "How many changed", "Unit",
        "Benefit period", "Proxy", "Value of proxy", "Proxy source", "Price year", "Deadweight", "Displacement",
        "Attribution", "Drop off", "Outcomes start (1 in the activity, 2 after)",
    ]

    private static let firstYear = ExampleWorkbook(
        id: "supported-work-2025", about: about("2024/25"),
        map: Table(
            name: "Sheet1", headings: headings,
            rows: [
                [
                    "People in the scheme", "Their time", .pounds(0), "in kind", "9 people, two days a week",
                    "More sure of themselves at work", "people who improved on Self-efficacy", "people", 1,
                    "A course in confidence at work", .pounds(1_900), "Made up for this example", 2024, .percent(0.1),
                    .percent(0), .percent(0.2), .percent(0), 2,
                ],
                [
                    "People in the scheme", nil, nil, nil, nil, "In paid work for three months or longer", 2, "people",
                    2,
                    "A year’s pay at 16 hours a week, less benefits lost", .pounds(6_200), "Made up for this example",
                    2024,
                    .percent(0.25), .percent(0.2), .percent(0.3), .percent(0.3), 2,
                ],
                [
                    "Health partnership", "Grant", .pounds(38_000), "cash", nil, "Fewer visits to the crisis team", 14,
                    "visits", 1, "The cost of one visit", .pounds(310), "Made up for this example", 2024, .percent(0.3),
                    .percent(0), .percent(0.4), .percent(0), 1,
                ],
                [
                    "Orchard owner", "Use of land and tools", .pounds(4_000), "in kind", nil, nil, nil, nil, nil, nil,
                    nil,
                    nil, nil, nil, nil, nil, nil, nil,
                ],
            ]),
        people: Table(
            name: "Scores", headings: ["ID", "Self-efficacy start", "Self-efficacy end"],
            rows: people(9, seed: 3, gain: 3)),
        words: [
            ("What we did", "We pruned, picked, pressed and sold, side by side with paid staff."),
            (
                "What we learned",
                "The first year cost more than it gave back in the ways that we can count. Half of the cost was setting up."
            ),
            ("What we will do next", "With the sheds built, we can take 25 people next year for about the same money."),
        ])

    private static let secondYear = ExampleWorkbook(
        id: "supported-work-2026", about: about("2025/26"),
        map: Table(
            name: "Sheet1", headings: headings,
            rows: [
                [
                    "People in the scheme", "Their time", .pounds(0), "in kind", "26 people, two days a week",
                    "More sure of themselves at work", "people who improved on Self-efficacy", "people", 1,
                    "A course in confidence at work", .pounds(1_950), "Made up for this example", 2025, .percent(0.1),
                    .percent(0), .percent(0.2), .percent(0), 2,
                ],
                [
                    "People in the scheme", nil, nil, nil, nil, "In paid work for three months or longer", 9, "people",
                    2,
                    "A year’s pay at 16 hours a week, less benefits lost", .pounds(6_350), "Made up for this example",
                    2025,
                    .percent(0.25), .percent(0.2), .percent(0.3), .percent(0.3), 2,
                ],
                [
                    "Health partnership", "Grant", .pounds(39_500), "cash", nil, "Fewer visits to the crisis team", 41,
                    "visits", 1, "The cost of one visit", .pounds(320), "Made up for this example", 2025, .percent(0.3),
                    .percent(0), .percent(0.4), .percent(0), 1,
                ],
                [
                    "Orchard owner", "Use of land and tools", .pounds(4_000), "in kind", nil, nil, nil, nil, nil, nil,
                    nil,
                    nil, nil, nil, nil, nil, nil, nil,
                ],
            ]),
        people: Table(
            name: "Scores", headings: ["ID", "Self-efficacy start", "Self-efficacy end"],
            rows: people(26, seed: 14, gain: 3.4)
        ),
        words: [
            ("What we did", "We pruned, picked, pressed and sold, and opened a stall at the Saturday market."),
            (
                "What we learned",
                "The stall did more for confidence than any course: people came back to buy from someone they knew."
            ),
        ])

    /// The General Self-Efficacy Scale: 10 to 40.
    private static func people(_ count: Int, seed: UInt64, gain: Double) -> [[ExampleCell]] {
        var draw = ExamplePeople(seed: seed)
        return (1...count).map { number in
            let before = draw.score(24, spread: 4, in: 10...40)
            return [
                ExamplePeople.code("O", number), .number(before),
                .number(draw.score(before + gain, spread: 3.2, in: 10...40)),
            ]
        }
    }
}
