import Documents
import FoundationEssentials
import ValueMaps
import Words
import Workbooks

extension WorkbookReading {
    /// Reads the value map, or all the maps of the account, and the inputs that stand on tables of their own.
    mutating func readMap(scores: [String]?) -> EnteredValueMap? {
        let tables = roles.filter { $0.kind == .valueMap }
        let maps = tables.filter { !$0.isInputs }.compactMap(\.plan)
        askAboutOtherTables()
        guard !maps.isEmpty else {
            findings.add(
                .noValueMap, found: workbook.sheets.map(\.name).joined(separator: ", "),
                expected: "A sheet with a value map: its columns name stakeholders, outcomes, quantities and values.",
                mend:
                    "Start from the worked template, or say which sheet is the value map. On the command line: --take \("Sheet1=valueMap")."
            )
            return nil
        }
        var entered = EnteredValueMap(inputs: [], outcomes: [])
        var seen = SeenInputs()
        for plan in maps {
            // The inputs of one map in two forms are the same, and the question is about the maps.
            if mapsAreDoubtful { seen = SeenInputs() }
            read(plan, scores: scores, into: &entered, &seen)
        }
        let inMaps = !entered.inputs.isEmpty
        for own in tables.filter({ $0.isInputs && $0.funding == nil }).compactMap(\.plan) {
            let reader = ValueMapReader(own, findings: &findings)
            let further = reader.inputs(&seen, &findings)
            if inMaps, !further.isEmpty { askWhichInputs(maps.map(\.name), own.name) }
            entered.inputs += further
            took(own, reader)
        }
        useFunding(tables.compactMap(\.funding), in: &entered)
        return entered
    }

    /// Tables of funding and costs count where nothing else says what was put in.
    private mutating func useFunding(_ tables: [FundingTable], in entered: inout EnteredValueMap) {
        guard !tables.isEmpty else { return }
        guard entered.inputs.allSatisfy({ $0.amount.value == 0 }) else {
            for table in tables {
                findings.note(
                    "We did not use the amounts of the sheet \(table.plan.name), because the value map says what was put in."
                )
            }
            return
        }
        let further = FundingChoice(tables, findings: &findings).inputs(&findings)
        entered.inputs += further
        for table in tables where further.contains(where: { $0.isOn(table.plan.cells.sheet.name) }) {
            taken[table.plan.name] = table.plan.taken(as: .valueMap, rows: table.plan.body)
            findings.note("We read what was put in from the sheet \(table.plan.name).")
        }
    }

    private mutating func read(
        _ plan: SheetPlan, scores: [String]?, into entered: inout EnteredValueMap, _ seen: inout SeenInputs
    ) {
        var plan = plan
        RequiredColumns.check(plan, &findings)
        let reader = ValueMapReader(plan, findings: &findings)
        if reader.outcomeRows.isEmpty {
            findings.add(
                .noRows, sheet: plan.name, found: "", expected: "Rows with outcomes under the header.",
                mend: "Write at least one outcome with its quantity and value.")
        }
        entered.inputs += reader.inputs(&seen, &findings)
        entered.outcomes += reader.outcomes(scores: scores, &findings)
        var ignored = Findings()
        Readings.add(to: &plan, reader, shares: ShareColumns(reader, findings: &ignored))
        took(plan, reader)
    }

    /// Remembers what a table was taken for, and says what was left out of it.
    private mutating func took(_ plan: SheetPlan, _ reader: ValueMapReader) {
        var plan = plan
        Readings.addScales(to: &plan, rows: reader.rows.rows, merges: reader.merges)
        taken[plan.name] = plan.taken(as: .valueMap, rows: reader.rows.rows)
        noteRows(
            plan.name, totals: reader.rows.totals, repeated: reader.rows.repeatedHeaders, notes: reader.rows.notes.count
        )
    }

    /// A further table on a sheet that names figures of the account, and can't be read for want of the rest.
    private mutating func askAboutOtherTables() {
        let names = HeaderDictionary.names(of: .valueMap)
        for role in roles where role.kind == .notUsed && role.cells.area != nil {
            let cells = role.cells
            guard !options.takes.contains(where: { $0.hasPrefix("\(cells.name)=") }),
                let header = HeaderRow.find(in: cells, by: names),
                !header.meanings.isDisjoint(with: [.quantity, .proxy, .inputAmount]),
                let first = cells.columns.first(where: { !cells.isEmpty(header.row, $0) })
            else { continue }
            findings.add(
                .secondTable, at: cells.reference(header.row, first),
                found: cells.columns.compactMap { cells.text(header.row, $0) }.joined(separator: ", "),
                expected:
                    "A table that can be read. Rows \(header.row + 1) to \(cells.rows.upperBound) look like a second one on this sheet, and it is not clear what it holds.",
                mend: "Name its columns as in the worked template, or say that it is not to be used.",
                takes: ["\(cells.name)=\(TakenSheet.Kind.notUsed.rawValue)"])
        }
    }

    /// Inputs in the map and on a table of their own may be the same money twice.
    private mutating func askWhichInputs(_ maps: [String], _ sheet: String) {
        guard !options.takes.contains(where: { $0.hasPrefix("\(sheet)=") }) else { return }
        findings.add(
            .severalSheets, sheet: sheet, found: (maps + [sheet]).joined(separator: ", "),
            expected: "Inputs on one sheet. Both of these have amounts, which may be the same money twice.",
            mend: "Say whether the second sheet holds further inputs, or is not to be used.",
            takes: ["\(sheet)=\(TakenSheet.Kind.notUsed.rawValue)", "\(sheet)=\(TakenSheet.Kind.valueMap.rawValue)"])
    }
}

extension EnteredInput {
    fileprivate func isOn(_ sheet: String) -> Bool {
        if case .cell(let cell) = amount.origin { cell.sheet == sheet } else { false }
    }
}
