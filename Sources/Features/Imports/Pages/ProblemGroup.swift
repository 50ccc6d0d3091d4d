import Documents
import Words
import Workbooks

/// Problems of one cause on one sheet: what is said of them is said once, with all their cells.
struct ProblemGroup {
    private(set) var problems: [ImportProblem]

    private init(_ problem: ImportProblem) { problems = [problem] }

    /// In the order in which the first of each stands.
    static func groups(_ problems: some Sequence<ImportProblem>) -> [ProblemGroup] {
        problems.reduce(into: []) { groups, problem in
            if let index = groups.firstIndex(where: { $0.first.isOfOneCause(with: problem) }) {
                groups[index].problems.append(problem)
            } else {
                groups.append(ProblemGroup(problem))
            }
        }
    }

    /// Stands for what all have in common.
    var first: ImportProblem { problems[0] }

    var place: Phrase {
        let cells = problems.compactMap { $0.cell?.address }
        guard cells.count > 1, let sheet = first.sheet else { return ProblemPlace.phrase(first) }
        return "Sheet \(sheet), cells \(cells.joined(separator: ", "))"
    }

    /// What is there, each with the cells that hold it; without cells where all hold the same.
    var found: [(cells: [String], text: String)] {
        let found = problems.reduce(into: [(cells: [String], text: String)]()) { found, problem in
            let cells = [problem.cell?.address].compactMap { $0 }
            if let index = found.firstIndex(where: { $0.text == problem.found }) {
                found[index].cells += cells
            } else {
                found.append((cells, problem.found))
            }
        }
        return found.count == 1 ? [([], found[0].text)] : found
    }
}

extension ImportProblem {
    fileprivate func isOfOneCause(with other: ImportProblem) -> Bool {
        cell != nil && other.cell != nil && code == other.code && sheet == other.sheet && expected == other.expected
            && mend == other.mend
    }
}
