import Accounts
import Documents
import FoundationEssentials
import HTML
import Valuation
import Words

/// The annexes: every outcome, every choice that moves the ratio, every assumption, every derivation, and how to check it all.
struct AnnexesView {
    let account: Account
    let front: FrontPages
    let standsAlone: Bool

    private var annexes: Annexes { Annexes(account, front) }
    private var worth: WorthSection { account.worth }
    private var currency: String { account.about.currency }

    var body: HTML {
        div(.classes("annexes")) {
            Glossary().body
            outcomes
            AssumptionsTable(assumptions: account.assumptions).annex
            if let number = annexes.sensitivity { sensitivity(number) }
            if let number = annexes.full { full(number) }
            check
            DerivationsTable(account: account, standsAlone: standsAlone).annex(annexes.derivations)
        }
    }

    private var outcomes: HTML {
        section(.classes("annex"), .id("annex-outcomes")) {
            h2 { "Annex \(Annexes.valueMap): the value map" }
            InputsTable(lines: worth.inputs, currency: currency).body
            DataTable(
                "Each outcome, how many, and what it is worth",
                columns: [
                    .text("Stakeholder and outcome"), .number("How many"), .number("Value of one"), .number("Years"),
                    .number("First year"), .number("Worth today"),
                ], rows: worth.outcomes.map(row)
            ).html
        }
    }

    private func row(_ line: OutcomeLine) -> [HTML] {
        func withDerivation(_ figure: Figure) -> HTML {
            .group([
                phrase(figure.reading), FigureView(figure: figure, account: account).derivation,
            ])
        }
        return [
            .group([verbatim(line.stakeholder), br(), verbatim(line.outcome)]), withDerivation(line.quantity),
            phrase("\(line.row.proxy, currency: currency, pence: true)"),
            phrase("\(line.row.duration)"), withDerivation(line.firstYear),
            withDerivation(line.presentValue),
        ]
    }

    private func sensitivity(_ number: Int) -> HTML {
        section(.classes("annex"), .id(Annexes.sensitivityAddress)) {
            h2 { "Annex \(number): what the ratio depends on" }
            p { "Each line moves one choice from its low to its high end, and leaves all others as they are." }
            p {
                for basis in bases { "Ends that are called “\(basis.word)” are \(basis.meaning)." }
            }
            DataTable(
                "The ratio at the low and at the high end of each choice",
                columns: [
                    .text("Choice"), .number("Ratio at the low end"), .number("Ratio at the high end"),
                    .text("Whose ends"),
                ],
                rows: worth.sensitivity.map { line in
                    [
                        phrase(line.name),
                        phrase("\(line.ratioAtLow, places: 2) at \(end(line.lowEnd, line))"),
                        phrase("\(line.ratioAtHigh, places: 2) at \(end(line.highEnd, line))"),
                        phrase(line.basisKind.word),
                    ]
                }
            ).html
        }
    }

    private var bases: [RangeBasis] {
        [.stated, .measured, .ours].filter { basis in worth.sensitivity.contains { $0.basisKind == basis } }
    }

    private func end(_ value: Decimal, _ line: SensitivityLine) -> Phrase {
        if line.assumption == .proxy { return "\(value, currency: currency, pence: true)" }
        return line.assumption.isShare ? "\(percent: value)" : "\(Wording.number(value))"
    }

    /// What did not fit into the account itself.
    private func full(_ number: Int) -> HTML {
        let tables = account.people.map { PeopleView.split($0.tables, front).later } ?? []
        let stakeholders = worth.largest.dropFirst(front.stakeholders)
        return section(.classes("annex"), .id(Annexes.fullAddress)) {
            h2 { "Annex \(number): in full" }
            if let people = account.people, !tables.isEmpty {
                CharacteristicsTable(tables: tables, people: people).body
            }
            for section in account.changes.dropFirst(front.measures) {
                h3 { verbatim(section.name) }
                p { section.sentence }
                ChangeTable(section: section).body
                p(.classes("small muted")) { section.attrition }
                FigureView(figure: section.main, account: account).derivation
            }
            if !stakeholders.isEmpty {
                StakeholdersTable(lines: Array(stakeholders), account: account).body
            }
            if account.ownWords.isLong(over: front.words) {
                OwnWordsView(words: account.ownWords, mostWords: nil, annex: nil).parts
            }
        }
    }

    private var check: HTML {
        section(.classes("annex"), .id("annex-check")) {
            h2 { "Annex \(annexes.check): how to check this account" }
            p {
                "The same workbook, options, date and version give exactly the same account. Anyone who holds the workbook can make it again."
            }
            dl(.classes("facts")) {
                dt { "Workbook" }
                dd { verbatim(account.facts.workbookName) }
                dt { "Its SHA-256" }
                dd { code { verbatim(account.facts.workbookDigest) } }
                dt { "Options" }
                dd {
                    if account.facts.options.isEmpty {
                        "none"
                    } else {
                        for option in account.facts.options { p { code { verbatim(option) } } }
                    }
                }
                dt { "Date" }
                dd { verbatim(account.facts.date.description) }
                dt { "Version" }
                dd { verbatim("Inside Outcomes " + account.facts.version) }
            }
            p { "Every formula is in the workbook account.xlsx: change a value there and the ratio follows." }
        }
    }
}
