import Documents
import HTML
import Testing
import Words
import Workbooks

@testable import Imports

@Suite struct PagesTests {
    private func problem(_ row: Int, _ found: String, mend: Phrase = "Write a number.") -> ImportProblem {
        ImportProblem(
            code: "IMP-011", cell: CellReference(sheet: "Map", column: 5, row: row), found: found,
            expected: "A number.", mend: mend)
    }

    @Test func `problems of one cause are said once, with their cells and what each holds`() {
        let problems = [problem(1, "lots"), problem(2, "few"), problem(4, "lots"), problem(5, "", mend: "Fill it in.")]
        let groups = ProblemGroup.groups(problems)
        #expect(groups.map(\.problems.count) == [3, 1])
        let page = ProblemsView(problems: problems, markedAddress: nil).body.render(in: .english)
        for text in [
            "4 problems to mend", "Sheet Map, cells F2, F3, F5", "<dd>F2, F5: lots</dd>", "<dd>F3: few</dd>",
            "Sheet Map, cell F6", "<dd>nothing</dd>",
        ] { #expect(page.contains(text), "\(text)") }
        #expect(page.split(separator: "Write a number.").count == 2)
    }

    @Test func `problems of whole sheets stay apart`() {
        let empty = ["A", "B"].map {
            ImportProblem(code: "IMP-007", sheet: $0, found: "", expected: "Rows.", mend: "Write some.")
        }
        #expect(ProblemGroup.groups(empty).count == 2)
    }

    @Test func `an example that is a day is written as people write it`() {
        let column = TakenColumn(
            column: 1, header: "Joined", meaning: "date", basis: .guessed, examples: ["2024-04-02", "soon"])
        let sheet = TakenSheet(name: "People", kind: .participants, headerRow: 0, columns: [column])
        let view = ColumnView(sheet: sheet, number: 0, column: column, isEmptied: false).body
        #expect(view.render(in: .english).contains("For example: 2 April 2024; soon"))
    }
}
