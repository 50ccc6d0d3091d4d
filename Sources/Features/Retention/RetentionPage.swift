import HTML
import Places
import Words

/// What is kept for how long, and why; and what the last nights have removed. For whoever protects the data.
struct RetentionPage {
    let table: RetentionTable
    let removals: [RemovalStore.Removal]

    var title: Phrase { "What is kept, and for how long?" }

    var body: HTML {
        .group([
            h1 { title },
            p(.classes("lead")) {
                "What is about people is kept for as long as it is needed, and no longer. Every night the server removes what has been kept for long enough."
            },
            DataTable(
                "What is kept for a while only",
                columns: [.text("What"), .text("For how long"), .text("Why so long")],
                rows: table.lines.map { line in
                    [.phrase(line.words), .phrase(line.period.words), .phrase(line.reason)]
                }
            ).html,
            p {
                "Everything else stays until somebody removes it: who belongs to an organisation until they leave, published accounts until they are withdrawn, and their text after that, as the record of what was said. Whoever runs the server chooses some of these times, within limits."
            },
            nights,
        ])
    }

    private var nights: HTML {
        section {
            h2 { "What the last nights have removed" }
            if removals.isEmpty {
                p { "Nothing has had to be removed yet." }
            } else {
                DataTable(
                    "Removed in the night", columns: [.text("Night"), .text("What"), .number("How many")],
                    rows: removals.map { removal in
                        [.phrase("\(removal.night.argument)"), what(removal), .phrase("\(removal.number)")]
                    }
                ).html
            }
        }
    }

    private func what(_ removal: RemovalStore.Removal) -> HTML {
        table.lines.first { $0.kind.rawValue == removal.kind }.map { .phrase($0.words) } ?? verbatim(removal.kind)
    }
}
