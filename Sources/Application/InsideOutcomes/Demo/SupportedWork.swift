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

    fileprivate static let mapHeadings = [
        "Stakeholders", "Resources", "Cost", "Cash or in kind", "Activity", "Outcomes", "How many changed", "Unit",
        "Benefit period", "Proxy", "Value of proxy", "Proxy source", "Price year", "Deadweight", "Displacement",
        "Attribution", "Drop off", "Outcomes start (1 in the activity, 2 after)",
    ]

    private static let organisation = (id: "orchard-workshop", name: "Orchard Workshop")

    private static let firstYear = ExampleWorkbook(
        id: "supported-work-2025", organisation: organisation, about: about("2024/25"),
        map: Year(
            people: 9, inWork: 2, visitsSaved: 14, priceYear: 2024, course: 1_900, pay: 6_200, visit: 310, grant: 38_000
        ).map,
        people: scores(people(9, seed: 3, gain: 3)),
        words: [
            ("What we did", "We pruned, picked, pressed and sold, side by side with paid staff."),
            (
                "What we learned",
                "The first year cost more than it gave back in the ways that we can count. Half of the cost was setting up."
            ),
            ("What we will do next", "With the sheds built, we can take 25 people next year for about the same money."),
        ])

    private static let secondYear = ExampleWorkbook(
        id: "supported-work-2026", organisation: organisation, about: about("2025/26"),
        map: Year(
            people: 26, inWork: 9, visitsSaved: 41, priceYear: 2025, course: 1_950, pay: 6_350, visit: 320,
            grant: 39_500
        ).map,
        people: scores(people(26, seed: 14, gain: 3.4)),
        words: [
            ("What we did", "We pruned, picked, pressed and sold, and opened a stall at the Saturday market."),
            (
                "What we learned",
                "The stall did more for confidence than any course: people came back to buy from someone they knew."
            ),
        ])

    private static func scores(_ rows: [[ExampleCell]]) -> Table {
        Table(name: "Scores", headings: ["ID", "Self-efficacy start", "Self-efficacy end"], rows: rows)
    }

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

/// What differs from one year of the scheme to the next; money in pounds.
private struct Year {
    let people, inWork, visitsSaved, priceYear: Int
    let course, pay, visit, grant: Double

    var map: ExampleWorkbook.Table {
        ExampleWorkbook.Table(
            name: "Sheet1", headings: ExampleWorkbook.mapHeadings, rows: [sure, working, visits, land])
    }

    private var source: ExampleCell { "Made up for this example" }
    private var prices: ExampleCell { .number(Double(priceYear)) }

    private var sure: [ExampleCell] {
        [
            "People in the scheme", "Their time", .pounds(0), "in kind", .text("\(people) people, two days a week"),
            "More sure of themselves at work", "people who improved on Self-efficacy", "people", 1,
            "A course in confidence at work", .pounds(course), source, prices, .percent(0.1), .percent(0),
            .percent(0.2), .percent(0), 2,
        ]
    }

    private var working: [ExampleCell] {
        [
            "People in the scheme", nil, nil, nil, nil, "In paid work for three months or longer",
            .number(Double(inWork)), "people", 2, "A year’s pay at 16 hours a week, less benefits lost", .pounds(pay),
            source, prices, .percent(0.25), .percent(0.2), .percent(0.3), .percent(0.3), 2,
        ]
    }

    private var visits: [ExampleCell] {
        [
            "Health partnership", "Grant", .pounds(grant), "cash", nil, "Fewer visits to the crisis team",
            .number(Double(visitsSaved)), "visits", 1, "The cost of one visit", .pounds(visit), source, prices,
            .percent(0.3), .percent(0), .percent(0.4), .percent(0), 1,
        ]
    }

    private var land: [ExampleCell] {
        ["Orchard owner", "Use of land and tools", .pounds(4_000), "in kind"]
            + Array(repeating: nil, count: ExampleWorkbook.mapHeadings.count - 4)
    }
}
