import Accounts
import HTML
import Words

/// How each figure was worked out, for paper, where nothing can be opened; on screen the same opens beside its figure.
///
/// What many figures share stands once: the methods in a list, to which each row points by number.
struct DerivationsTable {
    let account: Account
    let standsAlone: Bool

    func annex(_ number: Int) -> HTML {
        section(.classes("annex print-only"), .id("annex-derivations")) {
            h2 { "Annex \(number): how each figure was worked out" }
            if standsAlone {
                table
            } else {
                // A page of the website is light, and has the same beside each figure; its files are the ones to print.
                p { "The PDF of this account has a table of every figure with its rule, its method and its cells." }
            }
        }
    }

    private var table: HTML {
        let methods = account.figures.reduce(into: [Phrase]()) { found, figure in
            if !found.contains(figure.method) { found.append(figure.method) }
        }
        return .group([
            p { "The methods, by the numbers that the table names them by:" },
            ol { for method in methods { li { method } } },
            DataTable(
                "Each figure, exact, with its rule, its method and its cells",
                columns: [.text("Figure"), .text("Exact"), .text("Rule"), .text("Method"), .text("Cells")],
                rows: account.figures.map { figure in
                    [
                        phrase(figure.name), phrase(figure.exact),
                        phrase(figure.derivation.rule), phrase("\((methods.firstIndex(of: figure.method) ?? 0) + 1)"),
                        verbatim(cellList(figure.derivation.cells)),
                    ]
                }, isForPaper: true
            ).html,
        ])
    }
}

/// Cells in one line, each sheet named once: `Value map!G2, J2, K2`. What follows a cell, such as a rule, stays with it.
func cellList(_ cells: [String]) -> String {
    var list = ""
    var sheet: Substring = ""
    for cell in cells {
        let end = cell.lastIndex(of: "!")
        let name = end.map { cell[..<$0] } ?? ""
        let isRepeated = end != nil && name == sheet && !cell.contains(" where ") && !cell.contains(", ")
        list += list.isEmpty ? "" : isRepeated ? ", " : "; "
        list += isRepeated ? cell[(end.map(cell.index(after:)) ?? cell.startIndex)...] : cell[...]
        sheet = name
    }
    return list
}
