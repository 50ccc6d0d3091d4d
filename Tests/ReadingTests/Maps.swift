import Documents
import Testing
import Workbooks

@testable import Reading

/// A small value map that is right, for tests to change one thing of.
enum Maps {
    static let header: [Cell] = [
        "Stakeholder", "Input", "Value of input", "Outcome", "Quantity", "Duration (years)", "Outcomes start",
        "Financial proxy",
        "Value of proxy", "Deadweight %", "Displacement %", "Attribution %", "Drop-off %",
    ]
    static let first: [Cell] = [
        "Older people", "Time", 0, "Less lonely", 20, 2, 1, "Social club", 500, 20, 0, 25, 10,
    ]
    static let second: [Cell] = [
        "Volunteers", "Volunteer time", 9000, "More confident", 12, 1, 2, "Course", 350, 30, 0, 10, 0,
    ]
    static let funder: [Cell] = ["Council", "Grant", 30000]

    static func sheet(_ rows: [[Cell]] = [first, second, funder], header: [Cell] = header, above: [[Cell]] = [])
        -> Sheet
    {
        Sheet("Value map", above + [header] + rows)
    }

    /// The map with one cell changed, by the name of its column.
    static func changed(_ changes: [String: Cell], row: Int = 0) -> Sheet {
        var rows = [first, second, funder]
        for (name, cell) in changes {
            guard let column = header.firstIndex(of: .text(name)) else { continue }
            while rows[row].count <= column { rows[row].append(nil) }
            rows[row][column] = cell
        }
        return sheet(rows)
    }

    /// The map with one column's cells replaced, top to bottom.
    static func column(_ name: String, _ cells: [Cell], renamed: String? = nil) -> Sheet {
        var rows = [first, second]
        var head = header
        if let column = header.firstIndex(of: .text(name)) {
            for (row, cell) in cells.enumerated() {
                while rows.count <= row { rows.append(first) }
                rows[row][column] = cell
            }
            if let renamed { head[column] = .text(renamed) }
        }
        for row in rows.indices.dropFirst(2) { rows[row][3] = .text("Outcome \(row)") }
        return sheet(rows + [funder], header: head)
    }
}

/// The understanding of a workbook that must be understood.
func understood(
    _ sheets: Sheet..., options: ImportOptions = ImportOptions(), remembered: RememberedMeanings = RememberedMeanings(),
    at location: SourceLocation = #_sourceLocation
) throws -> Understanding {
    switch understand(Workbook(format: .xlsx, sheets: sheets), options: options, remembered: remembered) {
    case .understood(let understanding): return understanding
    case .refused(let problems, _):
        Issue.record(
            "refused: \(problems.map { "\($0.code) \($0.cell?.description ?? "") \($0.found)" })",
            sourceLocation: location)
        throw problems[0]
    }
}

/// The problems of a workbook, as code and cell; empty where it is understood.
func problems(_ sheets: Sheet..., options: ImportOptions = ImportOptions()) -> [ImportProblem] {
    if case .refused(let problems, _) = understand(Workbook(format: .xlsx, sheets: sheets), options: options) {
        return problems
    }
    return []
}

extension [ImportProblem] {
    var places: [String] { map { "\($0.code) \($0.cell?.address ?? $0.sheet ?? "")" } }
}
