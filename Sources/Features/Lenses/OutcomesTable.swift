import Accounts
import FoundationEssentials
import HTML
import Lookup
import Vocabulary
import Words

/// Outcomes in the provider's words, under the headings of a scheme that stand together, each with what it came to and how near the heading is.
struct OutcomesTable {
    private struct Part {
        /// Nil where the page says it above the table.
        let heading: AccountInWords.Heading?
        let lines: [AccountInWords.Line]
    }

    private let parts: [Part]
    /// What all of them are worth together.
    private let worth: Decimal?
    /// How many headings lie above what the page says above the table.
    private let depth: Int
    private let original: String
    private let names: FigureNames

    init(_ group: AccountInWords.Group, original: String, names: FigureNames) {
        self.names = names
        depth = group.depth
        parts = group.headings.map { Part(heading: $0.above.count == group.depth ? nil : $0, lines: $0.lines) }
        worth = group.worth
        self.original = original
    }

    /// Those that stand under no heading.
    init(rest: [AccountInWords.Line], worth: Decimal?, original: String, names: FigureNames) {
        self.names = names
        depth = 0
        parts = [Part(heading: nil, lines: rest)]
        self.worth = worth
        self.original = original
    }

    private var lines: [AccountInWords.Line] { parts.flatMap(\.lines) }
    private var valued: [AccountInWords.Line] { lines.filter { !$0.outcome.isMeasured } }

    var body: HTML {
        .group([
            valued.isEmpty ? .nothing : valuedTable,
            valued.count == lines.count ? .nothing : measuredTable,
        ])
    }

    private var valuedTable: HTML {
        DataTable(
            Phrase(one: "\(valued.count) outcome", other: "\(valued.count) outcomes", count: valued.count),
            columns: [
                .text("In the provider’s words"), .text("For whom"), .number("How many"),
                .number("First year’s value"), .number("Worth today"),
            ],
            rows: rows(\.isValued) { line in
                [
                    .cells(
                        [words(line, at: "#worth"), verbatim(line.outcome.stakeholder ?? "")]
                            + line.outcome.figures.prefix(3).map(figure))
                ]
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
            "Measured", columns: [.text("In the provider’s words"), .number("Figure")],
            rows: rows(\.isMeasured) { line in
                line.outcome.figures.enumerated().map { number, figure in
                    .cells([
                        number == 0 ? .group([words(line, at: "#changes"), figureName(figure)]) : figureName(figure),
                        self.figure(figure),
                    ])
                }
            }
        ).html
    }

    private func rows(
        _ isWanted: (SealedAccount.Outcome) -> Bool, _ rows: (AccountInWords.Line) -> [DataTable.Row]
    ) -> [DataTable.Row] {
        parts.flatMap { part -> [DataTable.Row] in
            let found = part.lines.filter { isWanted($0.outcome) }.flatMap(rows)
            guard let heading = part.heading, !found.isEmpty else { return found }
            return [.group(name(heading))] + found
        }
    }

    /// With what lies between it and the one that stands above the table.
    private func name(_ heading: AccountInWords.Heading) -> HTML {
        .group([
            .group(heading.above.dropFirst(depth + 1).flatMap { [HTML.words($0), verbatim(" › ")] }),
            HTML.words(heading.words),
            heading.definition.map { text in div(.classes("small muted")) { HTML.words(text) } } ?? .nothing,
        ])
    }

    private func figure(_ figure: Figure) -> HTML {
        .group([phrase(figure.reading), names.derivation(of: figure)])
    }

    private func figureName(_ figure: Figure) -> HTML { div(.classes("small muted")) { figure.name } }

    private func words(_ line: AccountInWords.Line, at place: String) -> HTML {
        .group([
            a(.href(original + place)) { verbatim(line.outcome.words) },
            notes(on: line),
        ])
    }

    /// How near the heading is, and where else the words could stand.
    private func notes(on line: AccountInWords.Line) -> HTML {
        let others = line.also.map(\.words).joined(separator: ", ")
        var notes: [Phrase] = line.likeness > .exact ? [line.likeness.standing] : []
        if !others.isEmpty { notes.append("It could stand under these as well: \(others).") }
        guard let first = notes.first else { return .nothing }
        return div(.classes("small muted")) {
            first
            for note in notes.dropFirst() {
                verbatim(" ")
                note
            }
        }
    }
}

extension SealedAccount.Outcome {
    fileprivate var isValued: Bool { !isMeasured }
}
