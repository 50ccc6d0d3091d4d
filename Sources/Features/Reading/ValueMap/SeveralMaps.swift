import Columns
import Documents
import Words
import Workbooks

/// Several value maps of one workbook. They are parts of one account where nothing says that they are the same thing twice:
/// a copy, another edition, or another period.
struct SeveralMaps {
    private let maps: [Map]

    private struct Map {
        let name: String
        let sheet: SheetName
        /// The rows by who and what, and by who, what, how many and how much.
        let subjects: Set<String>
        let rows: Set<String>

        var isExample: Bool { !subjects.isEmpty && subjects.isSubset(of: SeveralMaps.example) }

        /// The name of the sheet, or a title of the table that names its time or edition.
        private static func name(_ plan: SheetPlan) -> SheetName {
            let titles = (plan.cells.rows.lowerBound..<plan.header.rows.lowerBound).suffix(5).compactMap { row in
                plan.cells.columns.lazy.compactMap { plan.cells.text(row, $0) }.first
            }
            return titles.map { SheetName($0) }.last { $0.namesEdition } ?? SheetName(plan.cells.sheet.name)
        }

        init(_ plan: SheetPlan) {
            name = plan.name
            sheet = Map.name(plan)
            var ignored = Findings()
            let reader = ValueMapReader(plan, findings: &ignored)
            let shown = reader.outcomeRows.map { row -> [String] in
                func text(_ meaning: Meaning) -> String {
                    plan.index(meaning).map { plan.cells.shown(row, $0).lowercased() } ?? ""
                }
                return [reader.stakeholders[row]?.lowercased() ?? "", text(.outcome), text(.quantity), text(.proxy)]
            }
            subjects = Set(shown.map { $0.prefix(2).joined(separator: "\u{1F}") })
            rows = Set(shown.map { $0.joined(separator: "\u{1F}") })
        }
    }

    /// The outcomes of the worked template, which are nobody's own.
    private static let example: Set<String> = {
        func words(_ meaning: Meaning) -> [String] {
            (ColumnMeaning.of(meaning, in: .valueMap)?.examples ?? []).map { example in
                if case .text(let phrase) = example { Catalogue.english.text(phrase).lowercased() } else { "" }
            }
        }
        return Set(zip(words(.stakeholder), words(.outcome)).map { "\($0)\u{1F}\($1)" })
    }()

    init(_ plans: [SheetPlan]) { maps = plans.map(Map.init) }

    /// Asks about the first map that may be one of the others again.
    ///
    /// - Returns: Whether there was a question.
    func ask(_ findings: inout Findings) -> Bool {
        for (index, map) in maps.enumerated() {
            guard let other = maps[..<index].first(where: { mayBeTheSame($0, map) }) else { continue }
            findings.add(
                .severalSheets, sheet: map.name, found: "\(other.name), \(map.name)",
                expected: "To know whether these value maps belong together. One may be another form of the other.",
                mend: "Say which of them is to be read, or that all are parts of one account.",
                takes: ["\(other.name)=valueMap", "\(map.name)=valueMap", Takes.together(maps.map(\.name), .valueMap)])
            return true
        }
        findings.note("We read these value maps as parts of one account: \(maps.map(\.name).joined(separator: ", ")).")
        return false
    }

    private func mayBeTheSame(_ first: Map, _ second: Map) -> Bool {
        if first.sheet.isEdition || second.sheet.isEdition { return true }
        if first.isExample || second.isExample { return true }
        if let one = first.sheet.time, let other = second.sheet.time, one != other { return true }
        let fewest = min(first.subjects.count, second.subjects.count)
        if first.rows.intersection(second.rows).count * 2 >= fewest { return true }
        // The same outcomes with other figures are those of another site, where the names say so.
        return first.subjects.intersection(second.subjects).count * 2 >= fewest
            && (first.sheet.own.isEmpty || second.sheet.own.isEmpty || first.sheet.own == second.sheet.own)
    }
}
