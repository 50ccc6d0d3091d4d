import CanonicalJSON
import Storage
import FoundationEssentials
import HTML
import Words

/// Who did what in an organisation, when, from where, and what was there before.
struct TrailPage {
    /// How many entries stand on a page.
    static let size = 100

    let organisation: String
    let acts: [TrailAct]
    /// The number from which the next page goes on; nil on the last one.
    let next: Int?

    var title: Phrase { "Who did what at \(organisation)?" }

    var body: HTML {
        .group([
            h1 { title },
            p(.classes("lead")) {
                "Every change, newest first: who made it, when and from where. Nothing here can be changed, and nothing is removed for six years."
            },
            p {
                a(.href(TrailPath.csv.url)) { "All of it as CSV" }
                verbatim(" · ")
                a(.href(TrailPath.json.url)) { "All of it as JSON" }
            },
            acts.isEmpty ? p { "Nothing has been changed yet." } : list,
            next.map { number in
                p { a(.href("\(TrailPath.page.url)?before=\(number)"), .rel("next")) { "Earlier changes" } }
            } ?? .nothing,
        ])
    }

    private var list: HTML {
        ul(.classes("next-steps")) {
            for act in acts { item(act) }
        }
    }

    private func item(_ act: TrailAct) -> HTML {
        guard let first = act.entries.first else { return .nothing }
        return li {
            p(.classes("step-title")) { TrailWords.action(first.author.action) }
            p(.classes("step-since")) {
                who(first)
                verbatim(", ")
                HTML.phrase("\(CivilDate(first.moment).argument), \(clock(first.moment)) UTC")
                if !first.author.client.isEmpty { ", from \(first.author.client)" }
            }
            details {
                summary {
                    "What changed"
                    span(.classes("visually-hidden")) { ": \(TrailWords.action(first.author.action))" }
                }
                for entry in act.entries { changes(entry) }
            }
        }
    }

    private func who(_ entry: TrailEntry) -> HTML {
        switch entry.author.kind {
        case .server: .phrase("Inside Outcomes itself")
        case .person, .token:
            if let name = entry.name {
                verbatim(name)
            } else if let id = entry.author.id {
                .phrase("Somebody who is no longer here (\(id))")
            } else {
                .phrase("Somebody who had not signed in")
            }
        }
    }

    private func changes(_ entry: TrailEntry) -> HTML {
        let fields = Set(entry.before.keys).union(entry.after.keys).subtracting(["place"]).sorted()
        let name = TrailWords.operation(entry.operation, entry.table)
        guard entry.operation == .changed else {
            let side = entry.before.isEmpty ? entry.after : entry.before
            return DataTable(
                name, columns: [.text("Field"), .text("Value")],
                rows: fields.map { field in [verbatim(field), value(side[field], field)] }
            ).html
        }
        return DataTable(
            name, columns: [.text("Field"), .text("Before"), .text("After")],
            rows: fields.map { field in
                [verbatim(field), value(entry.before[field], field), value(entry.after[field], field)]
            }
        ).html
    }

    private func value(_ value: JSON?, _ field: String) -> HTML {
        switch value {
        case nil, .null?: .phrase("–")
        case .string(AuditNote.notKept)?: .phrase("(not kept)")
        case .string(let text)?: verbatim(text)
        case .number(let number)? where field == AuditNote.end:
            .phrase("\(CivilDate(Date(timeIntervalSince1970: number / 1000 - 1)).argument)")
        case .number(let number)? where AuditNote.moments.contains(field):
            .phrase("\(CivilDate(Date(timeIntervalSince1970: number / 1000)).argument)")
        case let value?: verbatim(value.canonicalText)
        }
    }

    private func clock(_ moment: Date) -> String {
        let minutes = Int(moment.timeIntervalSince1970.rounded(.down)) / 60 % 1440
        let (hour, minute) = (minutes / 60, minutes % 60)
        return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }
}

/// How values stand in the trail.
enum AuditNote {
    static let notKept = "(not kept)"
    /// The column that holds the midnight with which something ends. People know the day before it, the last one.
    static let end = "until"
    /// Columns that hold moments.
    static let moments: Set<String> = [
        "created", "since", "expires", "published", "withdrawn", "taken_back", "seen",
    ]
}
