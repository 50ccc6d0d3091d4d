/// A befriending charity: loneliness before and after, in two columns one year and in two lines a person the next.
extension ExampleWorkbook {
    static let befriending = [firstYear, secondYear]

    private static func about(_ period: String) -> [(name: String, value: String)] {
        [
            ("Organisation", "Kettle On Befriending (made-up example)"), ("Funder", "Harrowmere Borough Council"),
            ("Service", "Home visits for older people"), ("Period covered", period),
        ]
    }

    private static let headings = [
        "Who changes?", "What was put in", "Value of input", "Cash or in kind", "What we did", "What changed",
        "No. of people", "How long (years)", "How is it valued", "Value per person", "Source of value",
        "What would have happened anyway", "Displacement", "Attribution", "Drop off", "When does the change start",
    ]

    private static let organisation = (id: "kettle-on", name: "Kettle On Befriending")

    private static let firstYear = ExampleWorkbook(
        id: "befriending-2025", organisation: organisation, about: about("1 April 2024 to 31 March 2025"),
        map: Table(
            name: "Value map", title: "Kettle On Befriending: what changed, and what it is worth", headings: headings,
            rows: [
                [
                    "Older people", "Their time", .pounds(0), "in kind", "1,410 visits to 38 people",
                    "Less lonely, and in touch with others", "people who improved on Loneliness", 2,
                    "A year of a weekly social group", .pounds(1_150), "Made up for this example", .percent(0.2),
                    .percent(0), .percent(0.15), .percent(0.3), "after",
                ],
                [
                    "Volunteers", "2,100 hours of visits", .pounds(21_000), "in kind", "31 volunteers trained",
                    "More confident, and good at listening", 22, 1, "A weekend course in listening", .pounds(260),
                    "Made up for this example", .percent(0.1), .percent(0), .percent(0.2), .percent(0.5), "during",
                ],
                [
                    "Harrowmere Borough Council", "Grant", .pounds(24_500), "cash", nil,
                    "Fewer calls to the out-of-hours line", 46, 1, "The cost of one call", .pounds(41),
                    "Made up for this example", .percent(0.35), .percent(0.05), .percent(0.25), .percent(0), "during",
                ],
            ]),
        people: Table(
            name: "People visited",
            headings: ["Client ref", "Age", "Lives alone", "Loneliness before", "Loneliness after"],
            rows: firstPeople),
        words: [
            (
                "What we did",
                "Each person we visit has one volunteer, who comes each week for an hour and stays for as long as both want."
            ),
            (
                "One story",
                "“I used to have the radio on all day for the voices. Now I have it on for the music. Tuesday is Joan’s day.”"
            ),
            ("Consent given", "yes"),
            ("What we learned", "People told us that the weekly rhythm matters more than the length of a visit."),
            ("What we will do next", "We will ask everyone again after a year, to see what lasts."),
        ])

    /// The UCLA three-item scale: 3 is hardly ever lonely, 9 is often.
    private static let firstPeople: [[ExampleCell]] = {
        var draw = ExamplePeople(seed: 11)
        return (1...38).map { number in
            let before = draw.score(7.2, spread: 1.2, in: 3...9)
            let isGone = draw.happens(0.13)
            let after = draw.score(before - 1.4, spread: 1.1, in: 3...9)
            return [
                ExamplePeople.code("K", number), .number(draw.score(79, spread: 6, in: 65...96)),
                draw.happens(0.78) ? "yes" : "no", .number(before), isGone ? .blank : .number(after),
            ]
        }
    }()

    private static let secondYear = ExampleWorkbook(
        id: "befriending-2026", organisation: organisation, about: about("1 April 2025 to 31 March 2026"),
        map: Table(
            name: "Value map", title: "Kettle On Befriending: what changed, and what it is worth", headings: headings,
            rows: [
                [
                    "Older people", "Their time", .pounds(0), "in kind", "1,720 visits to 45 people",
                    "Less lonely, and in touch with others", "people who improved on Loneliness", 2,
                    "A year of a weekly social group", .pounds(1_190), "Made up for this example", .percent(0.2),
                    .percent(0), .percent(0.15), .percent(0.3), "after",
                ],
                [
                    "Volunteers", "2,480 hours of visits", .pounds(25_300), "in kind", "36 volunteers trained",
                    "More confident, and good at listening", 27, 1, "A weekend course in listening", .pounds(270),
                    "Made up for this example", .percent(0.1), .percent(0), .percent(0.2), .percent(0.5), "during",
                ],
                [
                    "Harrowmere Borough Council", "Grant", .pounds(26_000), "cash", nil,
                    "Fewer calls to the out-of-hours line", 58, 1, "The cost of one call", .pounds(42),
                    "Made up for this example", .percent(0.35), .percent(0.05), .percent(0.25), .percent(0), "during",
                ],
            ]),
        people: Table(
            name: "People visited", headings: ["Client ref", "Date of survey", "Lives alone", "Loneliness"],
            rows: secondPeople),
        words: [
            ("What we did", "We visited 45 people, and began a lunch club for those who wanted company in between."),
            (
                "What we learned",
                "Asking twice is worth the trouble: two people had got lonelier, and we could do something."
            ),
            (
                "What we will do next",
                "The lunch club goes on. We will look for ten more volunteers in the north of the borough."
            ),
        ])

    private static let secondPeople: [[ExampleCell]] = {
        var draw = ExamplePeople(seed: 23)
        return (1...45).flatMap { number -> [[ExampleCell]] in
            let code = ExamplePeople.code("K", 100 + number)
            let alone: ExampleCell = draw.happens(0.74) ? "yes" : "no"
            let before = draw.score(7.4, spread: 1.1, in: 3...9)
            let first: [ExampleCell] = [
                code, .date(year: 2025, month: 4 + number % 3, day: 1 + number % 27), alone, .number(before),
            ]
            guard !draw.happens(0.11) else { return [first] }
            let after = draw.score(before - 1.7, spread: 1.2, in: 3...9)
            return [
                first, [code, .date(year: 2026, month: 1 + number % 3, day: 1 + number % 27), alone, .number(after)],
            ]
        }
    }()
}
