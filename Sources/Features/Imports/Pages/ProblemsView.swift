import HTML
import Words
import Workbooks

/// Everything that has to be mended in the workbook itself, with its place and its mend.
struct ProblemsView {
    let problems: [ImportProblem]
    let markedAddress: String?

    /// Beyond this nobody reads on a page; the marked copy has all.
    private static let mostShown = 200

    @HTMLBuilder var body: HTML {
        if !problems.isEmpty {
            section(.classes("error-summary"), .role("alert"), .id("problems")) {
                h2 {
                    Phrase(
                        one: "\(problems.count) problem to mend in your workbook",
                        other: "\(problems.count) problems to mend in your workbook", count: problems.count)
                }
                p {
                    Phrase(
                        one: "Mend it in your workbook, save it, and upload it again.",
                        other: "Mend them in your workbook, save it, and upload it again.", count: problems.count)
                }
                if let markedAddress {
                    p { a(.href(markedAddress)) { "Download a copy of your workbook with every problem marked" } }
                    p(.classes("small")) { "The copy holds all that your file held, so we remove it after a day." }
                }
                ol(.classes("problems")) {
                    for group in ProblemGroup.groups(problems.prefix(Self.mostShown)) { li { view(group) } }
                }
                if problems.count > Self.mostShown {
                    p { "And \(problems.count - Self.mostShown) more, which the marked copy shows." }
                }
            }
        }
    }

    private func view(_ group: ProblemGroup) -> HTML {
        .group([
            p {
                strong { group.place }
                verbatim(" ")
                span(.classes("muted")) { "(\(group.first.code))" }
            },
            dl {
                dt { "There is" }
                for each in group.found { dd { there(each.cells, each.text) } }
                dt { "We expected" }
                dd { group.first.expected }
                dt { "What to do" }
                dd { group.first.mend }
            },
        ])
    }

    private func there(_ cells: [String], _ text: String) -> Phrase {
        let found: Phrase = text.isEmpty ? "nothing" : Phrase(verbatim: text)
        return cells.isEmpty ? found : "\(cells.joined(separator: ", ")): \(found)"
    }
}
