package import Accounts
package import Documents
import FoundationEssentials
import Valuation
package import Words

/// The account as a workbook with live formulas: change a proxy and the ratio follows.
package struct AccountWorkbook: Sendable {
    let account: Account
    let catalogue: Catalogue

    package init(_ account: Account, in catalogue: Catalogue) {
        self.account = account
        self.catalogue = catalogue
    }

    package func plan() throws(AccountError) -> WorkbookPlan {
        let names = SheetNames(catalogue: catalogue)
        let worth = account.worth
        let rows = ValueMapRows(sheet: names.map, inputs: worth.inputs.count, outcomes: worth.outcomes.count)
        let years = try YearsSheet(
            account, names: names, mapRows: rows, convention: rows.convention, rateCells: rateCells(rows))
        let (changes, places) = ChangesSheet(account: account, names: names).sheet()
        let map = ValueMapSheet(
            account: account, names: names, rows: rows, years: years, improvedCells: places.improved
        ).sheet()
        let sensitivity = SensitivitySheet(account: account, names: names, map: rows, years: years)
            .sheet(ratio: worth.valued.ratio?.double ?? 0)
        let formulas = formulas(rows, places, low: sensitivity.low, high: sensitivity.high)
        let (summary, defined) = SummarySheet(account: account, names: names, formulas: formulas).sheet()
        let lists = ListSheets(account: account, names: names)
        return WorkbookPlan(
            title: names.text(AccountPage(account, charts: AccountCharts()).title),
            author: account.about.provider, language: catalogue.language.code,
            date: account.facts.date.description,
            sheets: [
                summary, changes, map, years.draft.sheet, sensitivity.sheet, lists.assumptions(), lists.check(),
            ], names: defined)
    }

    /// The cell that holds each flat rate: the map's own, and the first row's of each other.
    private func rateCells(_ rows: ValueMapRows) -> [DiscountRate: String] {
        var cells: [DiscountRate: String] = [:]
        for (index, outcome) in account.worth.outcomes.enumerated().reversed() {
            guard let own = outcome.row.discountRate, case .flat = own else { continue }
            cells[own] = rows.cell(.rate, index)
        }
        if case .flat = account.about.discountRate { cells[account.about.discountRate] = rows.rate }
        return cells
    }

    private func formulas(
        _ rows: ValueMapRows, _ places: ChangesSheet.Places, low: String?, high: String?
    ) -> [String: SummarySheet.FigureFormulas] {
        var formulas: [String: SummarySheet.FigureFormulas] = [:]
        for (id, cells) in places.figures {
            formulas[id] = SummarySheet.FigureFormulas(value: cells.value, low: cells.low, high: cells.high)
        }
        let (inputs, present, firstYear) = (rows.inputsTotal, rows.presentValueTotal, rows.firstYearTotal)
        formulas["inputs"] = .init(value: inputs)
        formulas["presentValue"] = .init(
            value: present, low: low.map { "\($0)*\(inputs)" }, high: high.map { "\($0)*\(inputs)" })
        formulas["netPresentValue"] = .init(
            value: "\(present)-\(inputs)", low: low.map { "(\($0)-1)*\(inputs)" },
            high: high.map { "(\($0)-1)*\(inputs)" })
        formulas["ratio"] = .init(value: "\(present)/\(inputs)", low: low, high: high)
        formulas["netRatio"] = .init(value: "(\(present)-\(inputs))/\(inputs)")
        formulas["paybackMonths"] = .init(value: "\(inputs)/(\(firstYear)/12)")
        for (index, line) in account.worth.outcomes.enumerated() {
            if !line.isCounted { formulas[line.quantity.id] = .init(value: rows.cell(.quantity, index)) }
            formulas[line.firstYear.id] = .init(value: rows.cell(.firstYear, index))
            formulas[line.presentValue.id] = .init(value: rows.cell(.presentValue, index))
        }
        for line in account.worth.stakeholders {
            let cells = account.worth.outcomes.indices
                .filter { account.worth.outcomes[$0].stakeholder == line.stakeholder }
                .map { rows.cell(.presentValue, $0) }
            formulas[line.value.id] = .init(value: cells.joined(separator: "+"))
        }
        return formulas
    }
}
