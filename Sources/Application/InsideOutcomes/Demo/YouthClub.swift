/// A youth club: one year without any sheet of people, and one in which the interval covers no change.
extension ExampleWorkbook {
    static let youthClub = [firstYear, secondYear]

    private static func about(_ period: String) -> [(name: String, value: String)] {
        [
            ("Organisation", "The Shed Youth Club (made-up example)"), ("Service", "Open evenings for 11 to 17"),
            ("Period", period),
        ]
    }

    private static let organisation = (id: "the-shed", name: "The Shed Youth Club")

    private static let firstYear = ExampleWorkbook(
        id: "youth-club-2025", organisation: organisation, about: about("September 2024 to July 2025"),
        map: Table(
            name: "What changed",
            headings: [
                "Who", "What went in", "Amount invested", "In kind or cash", "What changed", "How much",
                "What is the value of the change?", "Value source", "Happened anyway", "Share due to others",
            ],
            rows: [
                [
                    "Young people", "Their time", .pounds(0), "in kind", "Somewhere safe to be, with adults to trust",
                    64,
                    .pounds(420), "Made up for this example", .percent(0.3), .percent(0.25),
                ],
                [
                    "Parents and carers", nil, nil, nil, "Less worried on club evenings", 51, .pounds(110),
                    "Made up for this example", .percent(0.2), .percent(0.1),
                ],
                [
                    "Volunteers", "940 hours", .pounds(9_400), "in kind", "A first step into youth work", 6,
                    .pounds(850),
                    "Made up for this example", .percent(0.5), .percent(0.2),
                ],
                [
                    "Harrowmere Community Fund", "Grant", .pounds(7_500), "cash", nil, nil, nil, nil, nil, nil,
                ],
            ]),
        words: [
            ("What we did", "We opened on 74 evenings. On most of them, forty young people came."),
            (
                "What we learned",
                "We counted heads and asked at the door. That tells us who came, and little about what it did."
            ),
            ("What we will do next", "Next year we will ask the same questions twice, in October and in June."),
        ])

    private static let secondYear = ExampleWorkbook(
        id: "youth-club-2026", organisation: organisation,
        about: about("September 2025 to July 2026") + [("Funder", "Harrowmere Community Fund")],
        map: Table(
            name: "What changed",
            headings: [
                "Who", "What went in", "Amount invested", "In kind or cash", "What changed", "How much",
                "What is the value of the change?", "Value source", "Happened anyway", "Share due to others",
            ],
            rows: [
                [
                    "Young people", "Their time", .pounds(0), "in kind", "Feels better than before",
                    "people who improved on SWEMWBS", .pounds(780), "Made up for this example", .percent(0.4),
                    .percent(0.3),
                ],
                [
                    "Young people", nil, nil, nil, "Somewhere safe to be, with adults to trust", 71, .pounds(430),
                    "Made up for this example", .percent(0.3), .percent(0.25),
                ],
                [
                    "Volunteers", "1,010 hours", .pounds(10_300), "in kind", "A first step into youth work", 7,
                    .pounds(870), "Made up for this example", .percent(0.5), .percent(0.2),
                ],
                [
                    "Harrowmere Community Fund", "Grant", .pounds(8_200), "cash", nil, nil, nil, nil, nil, nil,
                ],
            ]),
        people: Table(
            name: "Questionnaires", headings: ["Member number", "School year", "SWEMWBS before", "SWEMWBS after"],
            rows: people),
        words: [
            (
                "What we did",
                "We opened on 78 evenings, and asked those who wanted to how they were, in October and in June."
            ),
            (
                "What we learned",
                "On average the answers hardly moved. In a hard year that may be good news or no news; we can’t tell from this."
            ),
            ("One story", "A story that nobody has agreed to share."),
            ("Consent given", "no"),
        ])

    /// The Short Warwick-Edinburgh Mental Wellbeing Scale: 7 to 35.
    private static let people: [[ExampleCell]] = {
        var draw = ExamplePeople(seed: 31)
        return (1...29).map { number in
            let before = draw.score(22.5, spread: 3.4, in: 7...35)
            let isGone = draw.happens(0.2)
            let after = draw.score(before + 0.3, spread: 3.1, in: 7...35)
            return [
                ExamplePeople.code("S", number), .number(Double(draw.pick([7, 8, 9, 10, 11]))), .number(before),
                isGone ? .blank : .number(after),
            ]
        }
    }()
}
