import HTML
import Words

/// How each figure was worked out, for paper, where nothing can be opened; on screen the same opens beside its figure.
///
/// What many figures share stands once: the methods in a list, to which each row points by number.
struct DerivationsTable {
    let account: Account

    func annex(_ number: Int) -> HTML {
        let methods = account.figures.reduce(into: [Phrase]()) { found, figure in
            if !found.contains(figure.method) { found.append(figure.method) }
        }
        return section(.class("annex print-only"), .id("annex-derivations")) {
            h2 { "Annex \(number): how each figure was worked out" }
            p { "The methods, by the numbers that the table names them by:" }
            ol { for method in methods { li { method } } }
            table(.class("compact")) {
                caption { "Each figure, exact, with its rule, its method and its cells" }
                thead {
                    tr {
                        th(.scope("col")) { "Figure" }
                        th(.scope("col")) { "Exact" }
                        th(.scope("col")) { "Rule" }
                        th(.scope("col")) { "Method" }
                        th(.scope("col")) { "Cells" }
                    }
                }
                tbody {
                    for figure in account.figures {
                        tr {
                            th(.scope("row")) { figure.name }
                            td { FigureView(figure: figure, account: account).exact }
                            td { figure.derivation.rule }
                            td { "\((methods.firstIndex(of: figure.method) ?? 0) + 1)" }
                            td { verbatim(cellList(figure.derivation.cells)) }
                        }
                    }
                }
            }
        }
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
