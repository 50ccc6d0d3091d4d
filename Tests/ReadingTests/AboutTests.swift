import Documents
import FoundationEssentials
import Measurement
import Testing
import Valuation
import ValueMaps
import Words
import Workbooks

@testable import Reading

@Suite struct `Who, for whom and when` {
    private let down = Sheet(
        "About",
        [
            ["About this account"], ["Organisation:", "Open Door"], ["Funder", "Northbrook Council"],
            ["Project name", "Home visits"],
            ["Reporting period", "April 2025 to March 2026"], ["Discount rate", .percent(0.015)], ["Currency", "Euro"],
            ["Language", "Welsh"],
            ["Convention", "mid-year"],
        ])
    private let across = Sheet(
        "About", [["Provider", "Commissioner", "Service"], ["Open Door", "Northbrook Council", "Home visits"]])

    @Test func `is read from lines or from columns of the sheet About`() throws {
        for sheet in [down, across] {
            let about = try understood(Maps.sheet(), sheet).about
            #expect(about.provider?.value == "Open Door")
            #expect(about.commissioner?.value == "Northbrook Council")
            #expect(about.service?.value == "Home visits")
        }
        let about = try understood(Maps.sheet(), down).about
        #expect(about.period?.value == Phrase(verbatim: "April 2025 to March 2026"))
        #expect(about.discountRate.value == .flat(Decimal(15) / 1000))
        #expect(about.currency.value == "EUR")
        #expect(about.language.value == "cy")
        #expect(about.convention.value == .midYear)
        #expect(about.provider?.origin == .cell(CellReference(sheet: "About", column: 1, row: 1)))
    }

    @Test func `is what the options say, before anything in the workbook`() throws {
        let options = ImportOptions(
            provider: "Other", commissioner: " X ", period: "2026", currency: "gbp", language: "en",
            discountRate: "0.05",
            convention: "startOfYear")
        let about = try understood(Maps.sheet(), down, options: options).about
        #expect(about.provider == Sourced("Other", from: .option("provider")))
        #expect(about.commissioner?.value == "X")
        #expect(about.service?.value == "Home visits")
        #expect(about.currency == Sourced("GBP", from: .option("currency")))
        #expect(about.discountRate == Sourced(.flat(Decimal(5) / 100), from: .option("discount-rate")))
        #expect(about.convention.value == .startOfYear)
    }

    @Test func `is not stated where nobody states it`() throws {
        let about = try understood(Maps.sheet()).about
        #expect(about.provider == nil)
        #expect(about.period == nil)
        #expect(about.currency == Sourced("GBP", from: .assumed))
        #expect(about.language == Sourced("en", from: .assumed))
        #expect(about.discountRate == Sourced(.flat(Decimal(35) / 1000), from: .assumed))
        #expect(about.convention == Sourced(.endOfYear, from: .assumed))
    }

    @Test func `may stand above the value map`() throws {
        let above: [[Cell]] = [
            ["Organisation", "Open Door"], ["Period from", .date(2025, 4, 1), nil, "Period to", .date(2026, 3, 31)], [],
        ]
        let about = try understood(Maps.sheet(above: above)).about
        #expect(about.provider?.value == "Open Door")
        let start = Phrase.Argument.date(year: 2025, month: 4, day: 1)
        let end = Phrase.Argument.date(year: 2026, month: 3, day: 31)
        #expect(about.period?.value == "\(start) to \(end)")
        #expect(about.texts["period"] == "1 April 2025 to 31 March 2026")
    }

    @Test(arguments: [
        ("0.035", DiscountRate.flat(Decimal(35) / 1000)), ("3.5%", .flat(Decimal(35) / 1000)), ("0", .flat(0)),
        ("0.2", .flat(Decimal(2) / 10)),
        ("standard", .standard), ("health", .health), ("0.125", .flat(Decimal(125) / 1000)),
        ("1.500 %", .flat(Decimal(15) / 1000)),
    ])
    func `has a discount rate as a share, a percentage or a series`(text: String, rate: DiscountRate) throws {
        #expect(
            try understood(Maps.sheet(), options: ImportOptions(discountRate: text)).about.discountRate.value == rate)
    }

    @Test func `is refused where an option can't be used`() {
        let options = ImportOptions(currency: "shells", language: "fr", discountRate: "3.5", convention: "sometimes")
        let found = problems(Maps.sheet(), options: options)
        #expect(found.map(\.code) == ["IMP-001", "IMP-001", "IMP-001", "IMP-001"])
        #expect(
            found.map(\.found) == ["currency: shells", "language: fr", "discount-rate: 3.5", "convention: sometimes"])
        #expect(problems(Maps.sheet(), options: ImportOptions(discountRate: "0.21")).count == 1)
        #expect(problems(Maps.sheet(), options: ImportOptions(discountRate: "-0.01")).count == 1)
        #expect(problems(Maps.sheet(), options: ImportOptions(provider: String(repeating: "x", count: 301))).count == 1)
    }

    @Test func `is refused where a line can't be used`() {
        let sheet = Sheet(
            "About", [["Provider", "X"], ["Currency", "shells"], ["Discount rate", 0.5], ["Language", "Klingon"]])
        #expect(problems(Maps.sheet(), sheet).places == ["IMP-009 B2", "IMP-009 B3", "IMP-009 B4"])
    }
}

@Suite struct `The currency` {
    @Test func `is read from formats, signs and words of the map`() throws {
        #expect(try understood(Maps.changed(["Value of proxy": .money(500, "€")])).about.currency.value == "EUR")
        #expect(try understood(Maps.changed(["Value of proxy": "£500"])).about.currency.value == "GBP")
        #expect(try understood(Maps.sheet(above: [["All amounts in US dollars"]])).about.currency.value == "USD")
        #expect(
            try understood(Maps.column("Value of proxy", [500, 350], renamed: "Value of proxy (€)")).about.currency
                .value == "EUR")
    }

    @Test func `is dollars of the United States where only the sign stands there, with a note`() throws {
        let understanding = try understood(Maps.changed(["Value of proxy": .money(500, "$")]))
        #expect(understanding.about.currency.value == "USD")
        #expect(understanding.notes.contains { $0.key.contains("sign $") })
    }

    @Test func `is a problem where the map has two, which an option settles`() throws {
        let sheet = Maps.column("Value of proxy", ["£500", "€350"])
        #expect(problems(sheet).places == ["IMP-008 I3"])
        #expect(try understood(sheet, options: ImportOptions(currency: "GBP")).about.currency.value == "GBP")
    }
}

@Suite struct `The provider's own words` {
    private func words(_ rows: [[Cell]], named name: String = "In our words") throws -> OwnWords {
        try understood(Maps.sheet(), Sheet(name, rows)).ownWords
    }

    @Test func `are read with their paragraphs, the story only with consent`() throws {
        let told = try words([
            ["What we did", "We visited.\n\nEvery week."], ["One story", "She came."], ["Consent given", "Yes"],
            ["What we learned", "Ask."],
            ["What we will do next", "More."],
        ])
        #expect(told.whatWeDid == "We visited.\n\nEvery week.")
        #expect(told.story == "She came.")
        #expect(told.whatWeLearned == "Ask.")
        #expect(told.whatNext == "More.")
        #expect(!told.storyLeftOut)
    }

    @Test(arguments: ["No", "not yet", "", "?", "pending"])
    func `leave the story out without consent`(answer: String) throws {
        let told = try words([["One story", "She came."], ["Consent given", .text(answer)]])
        #expect(told.story == nil)
        #expect(told.storyLeftOut)
        #expect(try words([["One story", "She came."]]).storyLeftOut)
    }

    @Test func `may stand in columns`() throws {
        let across = try words([["What we did", "One story", "Consent given"], ["We visited.", "She came.", "yes"]])
        #expect(across.story == "She came.")
        #expect(across.whatWeDid == "We visited.")
        let beside = try words([
            ["Heading", "Text", "Consent given?"], ["What we did", "We visited.", nil],
            ["One story", "She came.", "Yes"],
        ])
        #expect(beside.story == "She came.")
        #expect(beside.whatWeDid == "We visited.")
        #expect(try words([["Heading", "Text", "Consent given?"], ["One story", "She came.", "No"]]).story == nil)
    }

    @Test func `are not the explanations that come with a template`() throws {
        let help = Sheet(
            "Read me first",
            [
                ["Workbook for an account"], [], ["Sheet", "Column", "What belongs there"],
                ["Value map", "Stakeholder", "Who changes."], ["Value map", "Outcome", "What changed for them."],
                ["Value map", "Quantity", "How many people changed."],
                ["Value map", "Value of proxy", "What it is worth."],
                ["In our words", "What we did", "Your own account of the work."],
                ["In our words", "One story", "One person’s story."],
                ["In our words", "Consent given", "Yes, where the person agreed."],
                ["In our words", "What we learned", "What went differently."],
            ])
        let own = Sheet(
            "In our words", [["What we did", "We visited."], ["One story", "She came."], ["Consent given", "No"]])
        let told = try understood(help, Maps.sheet(), own).ownWords
        #expect(told.whatWeDid == "We visited.")
        #expect(told.story == nil)
        #expect(told.storyLeftOut)
        #expect(try understood(help, Maps.sheet()).ownWords == OwnWords())
    }

    @Test func `stand on the sheet that is named for them, before one that looks like it`() throws {
        let notes = Sheet(
            "Notes", [["What we did", "Old."], ["What we learned", "Old."], ["What we will do next", "Old."]])
        #expect(try understood(notes, Maps.sheet()).ownWords.whatWeDid == "Old.")
        let own = Sheet("In our words", [["What we did", "New."]])
        #expect(try understood(notes, Maps.sheet(), own).ownWords == OwnWords(whatWeDid: "New."))
    }
}
