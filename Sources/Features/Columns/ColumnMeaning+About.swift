import Workbooks
import FoundationEssentials
import Words

// The lines of the sheet `About`.
extension ColumnMeaning {
    package static let about: [ColumnMeaning] = [
        ColumnMeaning(
            .provider, .about, "Provider", "The organisation that provides the service.",
            examples: [.text("Open Door Befriending")],
            names: [
                "Provider", "Organisation", "Organization", "Organisation name", "Name of organisation", "Charity",
                "Charity name", "Our name", "Provider name", "Who we are", "Delivered by", "Delivery organisation",
                "Darparwr", "Sefydliad",
            ]),
        ColumnMeaning(
            .commissioner, .about, "Commissioner", "The organisation that pays for it.",
            examples: [.text("Northbrook Council")],
            names: [
                "Commissioner", "Funder", "Funded by", "Commissioned by", "Paid for by", "Commissioning body",
                "For whom", "Client organisation", "Grant maker", "Name of funder", "Commissioner name", "Funding body",
                "Comisiynydd", "Cyllidwr",
            ]),
        ColumnMeaning(
            .service, .about, "Service", "What the service or the project is called.",
            examples: [.text("Home visits for older people")],
            names: [
                "Service", "Service name", "Project", "Project name", "Programme", "Programme name", "Activity",
                "Name of project", "Name of service", "Name of programme", "Contract", "Scheme", "Gwasanaeth",
                "Prosiect",
            ]),
        ColumnMeaning(
            .totalInput, .about, "Total put in", "What was put in altogether, where no table says it input by input.",
            template: false,
            names: [
                "Total investment", "Total invested", "Total input", "Total inputs", "Total put in", "Total cost",
                "Total costs", "Project cost", "Total project cost", "Cost of project", "Cost of service",
                "Project budget",
                "Total budget", "Total funding", "Contract value", "Value of contract", "Grant value", "Value of grant",
                "Total value of inputs", "Total spend", "Total expenditure", "Cyfanswm y mewnbwn",
            ]),
        ColumnMeaning(
            .period, .about, "Period", "The time that the account is about.",
            examples: [.text("1 April 2025 to 31 March 2026")],
            names: [
                "Period", "Time period", "Reporting period", "Period covered", "Dates", "Financial year",
                "Account period", "Dates covered", "Contract period", "When", "Cyfnod",
            ], loose: ["Year", "Date"]),
        ColumnMeaning(
            .periodStart, .about, "Period from", "The first day.", template: false,
            names: [
                "Period from", "Period start", "From", "Start date", "Start of period", "Date from", "First day",
            ]),
        ColumnMeaning(
            .periodEnd, .about, "Period to", "The last day.", template: false,
            names: [
                "Period to", "Period end", "To", "End date", "End of period", "Date to", "Last day", "Until",
            ]),
        ColumnMeaning(
            .currency, .about, "Currency", "The currency of every amount, such as GBP.", examples: [.text("GBP")],
            names: ["Currency", "Currency code", "Money in", "Amounts in", "Arian", "Arian cyfred"]),
        ColumnMeaning(
            .language, .about, "Language", "The language of the account: en for English, cy for Welsh.",
            examples: [.text("en")], names: ["Language", "Language of account", "Report language", "Iaith"]),
        ColumnMeaning(
            .discountRate, .about, "Discount rate", "How much less a later year counts, such as 3.5%.",
            examples: [.percent(Decimal(35) / 1000)],
            names: [
                "Discount rate", "Discount rate %", "Rate of discount", "Annual discount rate", "Cyfradd ddisgownt",
            ]),
        ColumnMeaning(
            .convention, .about, "Convention", "When in a year a benefit counts: endOfYear, midYear or startOfYear.",
            examples: [.text("endOfYear")],
            names: ["Convention", "Discounting convention", "Timing of benefits", "Benefits counted at", "Confensiwn"]),
    ]
}
