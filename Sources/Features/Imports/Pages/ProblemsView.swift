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
                ol(.classes("problems")) { for problem in problems.prefix(Self.mostShown) { li { view(problem) } } }
                if problems.count > Self.mostShown {
                    p { "And \(problems.count - Self.mostShown) more, which the marked copy shows." }
                }
            }
        }
    }

    private func view(_ problem: ImportProblem) -> HTML {
        .group([
            p {
                strong { ProblemPlace.phrase(problem) }
                verbatim(" ")
                span(.classes("muted")) { "(\(problem.code))" }
            },
            dl {
                if !problem.found.isEmpty {
                    dt { "There is" }
                    dd { verbatim(problem.found) }
                }
                dt { "We expected" }
                dd { problem.expected }
                dt { "What to do" }
                dd { problem.mend }
            },
        ])
    }
}
