import CanonicalJSON

extension MarkPlan {
    var request: Frame {
        Frame([
            "kind": "mark", "sheetName": .string(sheetName), "title": .string(title),
            "headings": .array(headings.map(JSON.string)), "rowHeading": .string(rowHeading),
            "headerRows": .object(headerRows.mapValues(JSON.integer)),
            "problems": .array(problems.map(\.transport)),
        ])
    }
}

extension MarkedProblem {
    fileprivate var transport: JSON {
        var problem: [String: JSON] = [
            "texts": .array(texts.map(JSON.string)), "comment": .string(comment),
        ]
        if let cell { problem["at"] = [.string(cell.sheet), .integer(cell.row), .integer(cell.column)] }
        return .object(problem)
    }
}
