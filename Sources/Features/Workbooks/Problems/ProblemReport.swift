package import CanonicalJSON
package import Documents
package import Words

/// Every reason why a workbook can't be taken, told in the forms that people and programs read: lines, JSON, a marked copy.
package struct ProblemReport: Sendable {
    package let problems: [ImportProblem]
    let catalogue: Catalogue

    package init(_ problems: [ImportProblem], in catalogue: Catalogue) {
        self.problems = problems
        self.catalogue = catalogue
    }

    package static let title: Phrase = "This workbook can’t be taken as it is. Nothing was taken."

    /// One line for each problem: code, place, what is there, what was expected, the mend.
    package var lines: [String] { problems.map(line) }

    /// A problem document (RFC 9457), the shape that other refusals have too.
    package var document: JSON {
        [
            "type": "urn:inside-outcomes:problem:workbook", "title": .string(catalogue.text(Self.title)),
            "status": 422, "problems": .array(problems.map(json)),
        ]
    }

    /// What is to be marked in a copy of the workbook, whose sheets were taken for these.
    package func marks(_ sheets: [TakenSheet]) -> MarkPlan {
        MarkPlan(
            sheetName: catalogue.text("Problems"), title: catalogue.text(Self.title),
            headings: (["Code", "Where", "What is there", "What was expected", "How to mend it"] as [Phrase]).map {
                catalogue.text($0)
            },
            problems: problems.map { problem in
                MarkedProblem(
                    cell: problem.cell,
                    texts: [
                        problem.code, place(problem), problem.found, catalogue.text(problem.expected), mend(problem),
                    ], comment: catalogue.text("\(problem.expected) \(problem.mend)"))
            },
            headerRows: Dictionary(
                sheets.compactMap { sheet in sheet.headerRow.map { (sheet.sheet, $0) } },
                uniquingKeysWith: { first, _ in first }), rowHeading: catalogue.text("Row"))
    }

    private func line(_ problem: ImportProblem) -> String {
        let found = problem.found.isEmpty ? "" : catalogue.text("There is “\(problem.found)”.") + " "
        return "\(problem.code) \(place(problem)): \(found)\(catalogue.text(problem.expected)) \(mend(problem))"
    }

    private func mend(_ problem: ImportProblem) -> String {
        let mend = catalogue.text(problem.mend)
        guard !problem.takes.isEmpty else { return mend }
        let answers = problem.takes.map { "--take \"\($0)\"" }.joined(separator: catalogue.text(" or "))
        return "\(mend) " + catalogue.text("Answer with \(answers).")
    }

    private func place(_ problem: ImportProblem) -> String {
        problem.cell?.description ?? problem.sheet ?? catalogue.text("the whole file")
    }

    private func json(_ problem: ImportProblem) -> JSON {
        [
            "code": .string(problem.code), "sheet": .text(problem.sheet), "cell": .text(problem.cell?.address),
            "found": .string(problem.found), "expected": .string(catalogue.text(problem.expected)),
            "mend": .string(catalogue.text(problem.mend)), "takes": .array(problem.takes.map(JSON.string)),
            "detail": .string(line(problem)),
        ]
    }
}
