import Workbooks
import FoundationEssentials
import Words

// The columns of the value map, in the order in which the SROI Guide (2012) fills them and the template shows them.
extension ColumnMeaning {
    package static let valueMap: [ColumnMeaning] =
        whoAndWhat + howMuch + whatItIsWorth + whatReducesIt + [
            ColumnMeaning(
                .calculated, .valueMap, "Worked out by us", "A column that we work out again, so we do not read it.",
                template: false,
                names: [
                    "Impact", "Total impact", "Social impact", "Net impact", "Present value", "Total present value",
                    "Net present value", "NPV", "PV", "Social return", "SROI", "SROI ratio",
                    "Social return on investment",
                    "Ratio", "Year 0", "Year 1", "Year 2", "Year 3", "Year 4", "Year 5", "Year 6", "Year 7", "Year 8",
                    "Year 9", "Year 10", "Total value", "Impact calculation", "Calculating social return",
                    "Total impact value",
                    "Value of outcome", "Total outcome value", "Social value", "Total social value", "Gross value",
                    "Quantity times financial proxy, less deadweight, displacement and attribution", "Effaith",
                ]),
            ColumnMeaning(
                .notUsed, .valueMap, "Not used", "A column that the account does not need.", template: false,
                names: [
                    "Notes", "Note", "Comments", "Comment", "Row", "Ref", "Line", "Rationale", "Justification",
                    "Assumptions", "Evidence", "% of total", "Percentage of total", "Share of total value",
                    "Response rate", "Survey response rate", "Confidence", "Confidence level", "Nodiadau",
                ]),
        ]

    private static let whoAndWhat: [ColumnMeaning] = [
        ColumnMeaning(
            .stakeholder, .valueMap, "Stakeholder", "Who changes because of what you do, or who put something in.",
            required: true,
            examples: [.text("Older people"), .text("Older people"), .text("Volunteers"), .text("Council")],
            names: [
                "Stakeholder", "Stakeholder group", "Stakeholders", "Who changes?", "Who has changed", "Who changed",
                "Who do we have an effect on? Who has an effect on us?", "Who do we have an effect on",
                "Who has an effect on us", "Beneficiary", "Beneficiary group", "Beneficiaries", "Who benefits?",
                "Who is affected?", "Who experiences the change", "Who does it affect", "Target group",
                "Stakeholder name", "Key stakeholders", "Rhanddeiliad", "Rhanddeiliaid", "Pwy sy'n newid",
            ], loose: ["Who", "Group", "For whom", "Client group", "Cohort", "Audience"]),
        ColumnMeaning(
            .input, .valueMap, "Input", "What they put in: money, time or things.",
            examples: [.text("Their time"), .blank, .text("Volunteer time in kind"), .text("Grant")],
            names: [
                "Input", "Inputs", "What do they invest?", "What was invested", "What did they invest",
                "What was put in", "What do they put in", "What went in", "Input description",
                "Description of input", "Resources", "Resource", "Investment", "What do they contribute",
                "Contribution", "Mewnbwn", "Mewnbynnau",
            ], loose: ["Item", "Cost item", "Budget line", "Funding source", "Expenditure"]),
        ColumnMeaning(
            .inputAmount, .valueMap, "Value of input",
            "What that was worth, in money. Write 0 for time that you do not count.",
            examples: [.money(0), .blank, .money(9_000), .money(30_000)],
            names: [
                "Value of input", "Input value", "Value of inputs", "Financial value of input",
                "Financial value of inputs", "Inputs value", "Cost of input", "Amount invested", "Input amount",
                "Input cost", "Value of investment", "Investment value", "Amount of input", "Funding amount",
                "Monetary value of input", "Gwerth y mewnbwn",
            ], loose: ["Cost", "Amount", "Budget", "Spend", "Funding", "Total cost", "Costs"]),
        ColumnMeaning(
            .inputKind, .valueMap, "Cash or in kind",
            "Whether it was paid in money (cash) or given as time or things (in kind).",
            examples: [.text("in kind"), .blank, .text("in kind"), .text("cash")],
            names: [
                "Cash or in kind", "Cash/in kind", "In kind or cash", "Input type", "Type of input", "Kind of input",
                "In kind", "In-kind?", "Kind", "Input kind", "Financial or in kind", "Arian neu mewn nwyddau",
            ]),
        ColumnMeaning(
            .inputYear, .valueMap, "Year of input", "0 for the year of the activity, 1 for the year after, and so on.",
            template: false,
            names: [
                "Year of input", "Input year", "Year invested", "Year of investment", "Investment year",
                "Year of spend",
            ]),
        ColumnMeaning(
            .output, .valueMap, "Output", "What you did, counted: sessions, visits, people seen.",
            examples: [.text("1,240 visits to 31 people"), .blank, .text("24 trained volunteers"), .blank],
            names: [
                "Output", "Outputs", "Summary of activity in numbers", "What was done", "What we did", "Activity",
                "Activities", "Summary of activity", "Delivery", "What do you do", "Allbwn", "Allbynnau",
                "Output description",
            ]),
        ColumnMeaning(
            .outcome, .valueMap, "Outcome", "What changed for them.", required: true,
            examples: [.text("Feels less lonely"), .text("Goes out again"), .text("More confident"), .blank],
            names: [
                "Outcome", "Outcomes", "What changes?", "What changed", "What did change?", "What will change?",
                "What will/did change?", "What has changed", "What is the change", "Outcome description",
                "Description of outcome", "How would you describe the change?", "Description of change",
                "The outcomes (what changes)", "Change experienced", "Outcome name", "Well-defined outcome",
                "Difference made", "What difference", "What difference did it make", "What difference does it make",
                "Benefit", "Benefits",
                "Canlyniad", "Canlyniadau", "Beth sy'n newid",
            ],
            loose: [
                "Change", "Result", "Impact description", "Effect", "Intended or unintended changes",
                "Intended/unintended changes", "What do you think will change for them?",
            ]),
        ColumnMeaning(
            .indicator, .valueMap, "Indicator", "How you know that it changed.",
            examples: [
                .text("Loneliness score, 3 to 9"), .text("Out of the house weekly"), .text("Volunteers who say so"),
                .blank,
            ],
            names: [
                "Indicator", "Indicators", "Outcome indicator", "How would you measure it?", "How do we know?",
                "How do you know", "How did you measure it", "How is it measured", "Measure", "Measured by",
                "Outcome measure", "How will you measure it", "Dangosydd", "Dangosyddion",
            ]),
        ColumnMeaning(
            .indicatorSource, .valueMap, "Source", "Where the number of people comes from: a sheet, a survey, records.",
            examples: [.text("Participants sheet"), .text("Exit survey"), .text("Volunteer survey"), .blank],
            names: [
                "Source of indicator", "Indicator source", "Data source", "Source of data", "Source of evidence",
                "Evidence source", "Source of information", "Where did you get the info from?",
                "Where did you get the information from", "Source of quantity", "Quantity source", "Outcome source",
                "Ffynhonnell y data",
            ]),
    ]

    private static let howMuch: [ColumnMeaning] = [
        ColumnMeaning(
            .quantity, .valueMap, "Quantity",
            "How many people changed. To count them from your participants’ sheet, write: people who improved on, and the name of the score.",
            required: true,
            examples: [.text("people who improved on Loneliness"), .number(14), .number(18), .blank],
            names: [
                "Quantity", "How much", "How much (quantity)", "How much change was there?", "How much change",
                "Outcome quantity", "Quantity of change", "Amount of change", "Number who changed",
                "Number of people who changed", "Number experiencing change", "Number achieving outcome",
                "Number achieving", "Number of people experiencing the outcome", "Number with outcome",
                "People who changed", "How many changed", "Scale", "Incidence", "Quantity of outcome", "Qty",
                "Maint", "Nifer y bobl",
            ],
            loose: [
                "No. of people", "Number of people", "How many", "How many people", "Number", "Number of participants",
                "Number of stakeholders", "Number of beneficiaries", "Number of clients", "People", "Participants",
                "Count", "N", "Population", "Number in group", "Nifer", "Stakeholder number",
            ]),
        ColumnMeaning(
            .quantityLow, .valueMap, "Quantity, low", "The least that it may be.", template: false),
        ColumnMeaning(
            .quantityHigh, .valueMap, "Quantity, high", "The most that it may be.", template: false),
        ColumnMeaning(
            .quantityShare, .valueMap, "Part who changed %",
            "The part of the group that changed. How many are in the group stands in the column of the quantity.",
            template: false,
            names: [
                "Part who changed", "Proportion who changed", "Proportion changed", "Share who changed",
                "Proportion improved", "Proportion who improved", "Part who improved", "Share who improved",
                "Proportion achieving outcome", "Proportion achieving", "Proportion experiencing change",
                "Proportion of group", "Success rate", "Rate of success", "Achievement rate", "Improvement rate",
            ]),
        ColumnMeaning(
            .unit, .valueMap, "Unit", "What is counted: people, families, nights.", template: false,
            names: ["Unit", "Units", "Unit of measure", "Unit of measurement", "Unit of quantity", "Uned"]),
        ColumnMeaning(
            .duration, .valueMap, "Duration (years)", "How many whole years the change lasts, from 1 to 100.",
            examples: [.number(2), .number(1), .number(1), .blank],
            names: [
                "Duration", "Duration (years)", "How long", "How long does it last?", "How long will it last",
                "How long did it last", "Benefit period", "Benefits period", "Years of benefit", "Number of years",
                "Outcome duration", "Duration of outcome", "Duration of benefit", "Length of benefit", "Lasts for",
                "How long does it last after end of activity", "Longevity", "How many years", "Hyd",
            ], loose: ["Length", "Time period", "Period"]),
        ColumnMeaning(
            .durationMonths, .valueMap, "Duration in months",
            "How long the change lasts, in months that make whole years.",
            template: false),
        ColumnMeaning(
            .durationMonthsUp, .valueMap, "Duration in months, rounded up", "Months, taken as the next whole year up.",
            template: false),
        ColumnMeaning(
            .durationMonthsDown, .valueMap, "Duration in months, rounded down",
            "Months, taken as the whole years that they fill.", template: false),
        ColumnMeaning(
            .start, .valueMap, "Outcomes start (1 in the activity, 2 after)",
            "1 where the change begins in the year of the activity, 2 where it begins in the year after.",
            examples: [.number(1), .number(1), .number(2), .blank],
            names: [
                "Outcomes start", "Outcome start", "Start", "Starts", "When does it start", "Start year",
                "When does the outcome start", "Does it start in period of activity or after", "Start of outcome",
                "Outcomes start (1 in the activity, 2 after)", "Begins", "During or after", "Start period", "Dechrau",
                "When does the change start",
            ]),
    ]

    private static let whatItIsWorth: [ColumnMeaning] = [
        ColumnMeaning(
            .proxyName, .valueMap, "Financial proxy", "What stands in for the worth of the change.",
            examples: [
                .text("Cost of a weekly social club (illustrative)"), .text("Cost of a day out a month (illustrative)"),
                .text("Cost of a confidence course (illustrative)"), .blank,
            ],
            names: [
                "Financial proxy", "Proxy", "Proxy description", "Description of proxy", "Financial proxy description",
                "What proxy would you use to value the change?", "Proxy name", "Valuation approach",
                "Valuation method", "Monetary proxy", "Proxy used", "Financial indicator", "Dirprwy ariannol",
                "How is it valued",
            ]),
        ColumnMeaning(
            .proxy, .valueMap, "Value of proxy", "What the change is worth for one of the quantity, a year, in money.",
            required: true,
            examples: [.money(520), .money(240), .money(350), .blank],
            names: [
                "Value of proxy", "Proxy value", "Financial proxy value", "Financial value (proxy)",
                "Value of the proxy",
                "Value of financial proxy", "Unit value", "Unit cost", "Value per person", "Value per unit",
                "Proxy amount", "What is the value of the change?", "Value of change", "Value of the change",
                "Financial value", "Monetary value", "Value in currency", "Proxy cost", "Price per unit",
                "Cost per unit", "Cost per person", "Valuation amount", "Proxy price", "Value each", "£ each",
                "£ per person", "Gwerth y dirprwy",
                "What is it worth", "What is it worth each", "How much is it worth", "Worth each", "Annual value",
                "Yearly value", "Value per year", "Value of outcome per person",
            ]),
        ColumnMeaning(.proxyLow, .valueMap, "Value of proxy, low", "The least that it may be worth.", template: false),
        ColumnMeaning(.proxyHigh, .valueMap, "Value of proxy, high", "The most that it may be worth.", template: false),
        ColumnMeaning(
            .proxySource, .valueMap, "Source of proxy", "Where that value comes from.",
            examples: [.text("Illustrative"), .text("Illustrative"), .text("Illustrative"), .blank],
            names: [
                "Source of proxy", "Proxy source", "Source of value", "Value source", "Source of financial proxy",
                "Financial proxy source", "Source of proxy value", "Reference for proxy", "Source of valuation",
                "Where does the value come from", "Where the value comes from", "Where does the proxy come from",
                "Where the proxy comes from", "Where proxy comes from", "Where did the proxy come from",
                "Ffynhonnell y dirprwy",
            ]),
        ColumnMeaning(
            .priceYear, .valueMap, "Price year", "The year whose prices that value is in.",
            examples: [.text("2025"), .text("2025"), .text("2025"), .blank],
            names: [
                "Price year", "Year of prices", "Prices of", "Base year", "Year of price", "Proxy year",
                "Year of proxy", "Price base", "Price base year", "Year of value", "Blwyddyn prisiau",
            ]),
    ]
}
