import Columns
import Documents
import Workbooks

/// A column that names what each line measured, where a person has a line for each score: `Outcome area`, `Question`.
struct ScoreNames: Sendable {
    let column: Int
    /// Each name as it was first written, in the order in which they are met.
    private(set) var names: [String] = []
    private var rows: [Int: Int] = [:]

    private static let most = 30

    init?(_ plan: SheetPlan, rows all: some Sequence<Int>) {
        guard let column = plan.index(.scoreName) else { return nil }
        self.init(plan.cells, column, all)
    }

    private init(_ cells: Cells, _ column: Int, _ all: some Sequence<Int>) {
        self.column = column
        var known: [String: Int] = [:]
        for row in all {
            guard let text = cells.text(row, column) else { continue }
            let plain = text.lowercased()
            if known[plain] == nil, names.count <= ScoreNames.most {
                known[plain] = names.count
                names.append(text)
            }
            rows[row] = known[plain]
        }
    }

    /// Which of the names stands in a row.
    func index(_ row: Int) -> Int? { rows[row] }

    /// Takes a column for such names where its heading and its lines say so: the same person again and again, each time with
    /// another name, or with the same at another time.
    static func settle(_ plan: inout SheetPlan) {
        guard let person = plan.index(.person), plan.column(.scoreName) == nil,
            plan.columns.contains(where: { [.before, .after, .score].contains($0.meaning) })
        else { return }
        let isTimed = plan.column(.date) != nil || plan.column(.timePoint) != nil
        for index in plan.columns.indices {
            let column = plan.columns[index]
            guard column.basis != .chosen, column.basis != .remembered, column.column != person,
                [.characteristic, .notUsed].contains(column.meaning),
                headings.contains(HeaderText(column.header).key)
            else { continue }
            let found = ScoreNames(plan.cells, column.column, plan.body)
            guard (2...most).contains(found.names.count), areApart(found, plan, person, isTimed) else { continue }
            plan.columns[index].meaning = .scoreName
            plan.columns[index].basis = .guessed
            return
        }
    }

    private static func areApart(_ found: ScoreNames, _ plan: SheetPlan, _ person: Int, _ isTimed: Bool) -> Bool {
        var seen: [String: Set<Int>] = [:]
        for row in plan.body {
            guard let name = found.index(row), let who = plan.cells.text(row, person)?.lowercased() else { continue }
            guard seen[who, default: []].insert(name).inserted || isTimed else { return false }
        }
        return seen.values.contains { $0.count > 1 }
    }

    private static let headings: Set<String> = Set(
        [
            "Measure", "Measure name", "Name of measure", "Outcome area", "Outcome domain", "Domain", "Outcome",
            "Outcome name", "Question", "Indicator", "Scale", "Scale name", "Tool", "Questionnaire", "Outcome measure",
            "Item",
            "Outcome star area", "Star area", "Statement", "Dimension", "Score name", "What was measured", "Metric",
            "Mesur",
        ].map { HeaderText($0).key })
}
