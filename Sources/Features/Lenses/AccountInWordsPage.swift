import Accounts
import FoundationEssentials
package import HTML
import Lookup
import Vocabulary
package import Words

/// An account in a scheme's words, for the website, as a file that stands alone and for paper.
package struct AccountInWordsPage: Sendable {
    package let reading: AccountInWords
    /// Where the account stands in the provider's own words; a whole address where the page leaves the website.
    package let original: String

    package init(reading: AccountInWords, original: String) {
        self.reading = reading
        self.original = original
    }

    private var account: SealedAccount { reading.account }

    package var title: Phrase {
        guard let service = account.service else { return "What changed, in the words of “\(reading.scheme.words)”" }
        return "What \(service) changed, in the words of “\(reading.scheme.words)”"
    }

    package var body: HTML {
        article(.classes("account")) {
            heading
            totals
            section(.id("in-words")) {
                h2 { "What changed, in these words" }
                if reading.headings.isEmpty { p { "None of this account’s outcomes has a word in this list yet." } }
                for each in reading.headings { group(each) }
            }
            rest
            footnote
        }
    }

    private var heading: HTML {
        header(.classes("account-heading")) {
            h1 { title }
            p(.classes("lead")) {
                "These are the figures of the original account under other headings. None was worked out anew."
                verbatim(" ")
                a(.href(original)) { "Read it in the provider’s own words" }
            }
            dl(.classes("facts")) {
                dt { "Provider" }
                dd { PartyName(name: account.provider, side: .provider).body }
                dt { "For" }
                dd { PartyName(name: account.commissioner, side: .commissioner).body }
                dt { "Period" }
                dd { stated(account.period) }
                dt { "Read in the words of" }
                dd { text(reading.scheme) }
                dt { "Original" }
                dd { originalName }
            }
        }
    }

    private var originalName: Phrase {
        account.reference.isDraft
            ? "a draft of edition \(account.reference.edition)" : "edition \(account.reference.edition)"
    }

    private var totals: HTML {
        section(.id("totals")) {
            h2 { "What it is worth" }
            div(.classes("figures")) {
                for figure in account.totals where figure.id != "netRatio" {
                    div(.classes("figure-card"), .lang(account.language)) {
                        p(.classes("figure-name")) { figure.name }
                        p(.classes("figure-value")) { figure.reading }
                        if let range = figure.range { p(.classes("figure-range")) { "Range: \(range)" } }
                    }
                }
            }
        }
    }

    private func group(_ heading: AccountInWords.Heading) -> HTML {
        div {
            h3 { text(heading.words) }
            if !heading.above.isEmpty {
                p(.classes("small muted")) {
                    for (number, each) in heading.above.enumerated() {
                        if number > 0 { verbatim(" › ") }
                        text(each)
                    }
                }
            }
            if let definition = heading.definition { p(.classes("small")) { text(definition) } }
            OutcomesTable(
                name: "Outcomes under “\(heading.words.words)”", lines: heading.lines, worth: heading.worth,
                original: original
            ).body
        }
    }

    @HTMLBuilder private var rest: HTML {
        if !reading.rest.isEmpty {
            section(.id("not-in-these-words")) {
                h2 { "Not in these words" }
                p {
                    "“\(reading.scheme.words)” has no word for these outcomes, or nobody has said yet which one it is. They count in the figures above all the same."
                }
                OutcomesTable(
                    name: "Outcomes that are not in these words",
                    lines: reading.rest.map { AccountInWords.Line(outcome: $0, likeness: .same, also: []) },
                    worth: reading.worthOfRest, original: original
                ).body
            }
        }
    }

    private var footnote: HTML {
        section(.id("original")) {
            h2 { "How to check this" }
            p {
                "Only the original account is signed for. This reading changes its headings and nothing else: each outcome stands here once, so the figures come to the same."
            }
            dl(.classes("facts")) {
                dt { "Original account" }
                dd { a(.href(original)) { verbatim(account.reference.account) } }
                dt { "SHA-256 of its figures as data" }
                dd { code { verbatim(account.reference.digest) } }
            }
        }
    }

    private func stated(_ text: String?) -> HTML { text.map(verbatim) ?? phrase("not stated") }

    private func text(_ text: Text) -> HTML { HTML.words(text) }

    /// One file that stands alone: the style is inside, and nothing is fetched or run.
    package func standalone(style: String) -> Document {
        Document(
            title: title, styleSheet: .embedded(style),
            details: [("author", "\(account.provider ?? "")"), ("dcterms.created", "\(account.date)")]
        ) {
            main(.id("main")) { div(.classes("wrap")) { body } }
        }
    }
}

/// Outcomes in the provider's words, each with what it came to and how near the heading is.
private struct OutcomesTable {
    let name: Phrase
    let lines: [AccountInWords.Line]
    let worth: Decimal?
    let original: String

    var body: HTML {
        .group([
            valued.isEmpty ? .nothing : valuedTable,
            measured.isEmpty ? .nothing : measuredTable,
        ])
    }

    private var valued: [AccountInWords.Line] { lines.filter { !$0.outcome.isMeasured } }
    private var measured: [AccountInWords.Line] { lines.filter(\.outcome.isMeasured) }

    private var valuedTable: HTML {
        DataTable(
            name,
            columns: [
                .text("In the provider’s words"), .text("For whom"), .number("How many"),
                .number("First year’s value"), .number("Worth today"),
            ],
            rows: valued.map { line in
                DataTable.Row.cells(
                    [words(line, at: "#worth"), verbatim(line.outcome.stakeholder ?? "")]
                        + line.outcome.figures.prefix(3).map { phrase($0.reading) })
            } + together
        ).html
    }

    /// Where there is more than one.
    private var together: [DataTable.Row] {
        guard valued.count > 1, let worth, let figure = valued.first?.outcome.worth else { return [] }
        var sum = figure
        sum.value = worth
        return [.cells([strong { "Together" }, .nothing, .nothing, .nothing, strong { sum.reading }])]
    }

    private var measuredTable: HTML {
        DataTable(
            valued.isEmpty ? name : "Measured", columns: [.text("In the provider’s words"), .number("Figure")],
            rows: measured.flatMap { line in
                line.outcome.figures.enumerated().map { number, figure in
                    [
                        number == 0 ? .group([words(line, at: "#changes"), figureName(figure)]) : figureName(figure),
                        phrase(figure.reading),
                    ]
                }
            }
        ).html
    }

    private func figureName(_ figure: Figure) -> HTML { div(.classes("small muted")) { figure.name } }

    private func words(_ line: AccountInWords.Line, at place: String) -> HTML {
        .group([
            a(.href(original + place)) { verbatim(line.outcome.words) },
            note(line).map { note in div(.classes("small muted")) { note } } ?? .nothing,
        ])
    }

    private func note(_ line: AccountInWords.Line) -> Phrase? {
        let others = line.also.map(\.words).joined(separator: ", ")
        let also: Phrase = others.isEmpty ? "" : "It could stand under these as well: \(others)."
        switch line.likeness {
        case .same, .exact: return others.isEmpty ? nil : also
        case .close: return others.isEmpty ? "Nearly the same." : "Nearly the same. \(also)"
        case .broad: return others.isEmpty ? "A part of this." : "A part of this. \(also)"
        case .narrow: return others.isEmpty ? "More than this." : "More than this. \(also)"
        }
    }
}
