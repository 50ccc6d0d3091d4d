import Documents
import Workbooks

/// Lines that stand alone above a table, such as `Oak House Trust: social value, April 2023 to March 2024`.
struct TitleLines: Sendable {
    private let lines: [(cell: CellReference, text: String)]

    private static let mostRows = 30

    init(_ plans: [SheetPlan]) {
        lines = plans.flatMap { TitleLines.above($0) }
    }

    private static func above(_ plan: SheetPlan) -> [(cell: CellReference, text: String)] {
        let cells = plan.cells
        let rows = cells.rows.clamped(to: 0..<plan.header.rows.lowerBound).suffix(TitleLines.mostRows)
        return rows.compactMap { row in
            let filled = cells.columns.filter { !cells.isEmpty(row, $0) }
            guard filled.count == 1, case .text(let raw) = cells.value(row, filled[0]), raw.utf8.count <= 300,
                let text = CleanText(raw).oneLine
            else { return nil }
            return (cells.reference(row, filled[0]), text)
        }
    }

    /// The period or the provider that a line speaks of, as it was typed.
    func found(_ meaning: Meaning) -> (cell: CellReference, text: String)? {
        for line in lines {
            let text: String? =
                switch meaning {
                case .period: PeriodText.within(line.text)
                case .provider: OrganisationName.within(line.text)
                default: nil
                }
            if let text { return (line.cell, text) }
        }
        return nil
    }
}

/// The name of an organisation in a title, told by the words that only such names end in or begin with.
enum OrganisationName {
    static func within(_ title: String) -> String? {
        let parts = title.split { ":|;,\u{2013}\u{2014}(".contains($0) }.flatMap { $0.split(separator: " - ") }
        for part in parts {
            guard let name = CleanText(String(part)).oneLine, name.utf8.count <= 80 else { continue }
            let words = name.split(separator: " ").map { $0.lowercased().filter(\.isLetter) }
            guard (2...8).contains(words.count), let last = words.last, name.first?.isUppercase == true,
                name.split(separator: " ").last?.first?.isUppercase == true
            else {
                continue
            }
            if endings.contains(last) || last == "uk" && words.contains("age") { return name }
        }
        return nil
    }

    private static let endings: Set<String> = [
        "trust", "cic", "cio", "scio", "ltd", "limited", "charity", "foundation", "association", "society", "hospice",
        "cyf", "cyfyngedig", "ymddiriedolaeth", "elusen",
    ]
}
