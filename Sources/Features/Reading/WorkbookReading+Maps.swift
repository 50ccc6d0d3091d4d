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
                mend: "Start from the worked template, or say which sheet is the value map.",
                takes: workbook.sheets.prefix(5).map { "\($0.name)=\(TakenSheet.Kind.valueMap.rawValue)" })
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
        useFunding(tables.compactMap(\.funding), maps: Set(maps.map(\.cells.sheet.name)), in: &entered)
        return entered
    }

    private mutating func read(
        _ plan: SheetPlan, scores: [String]?, into entered: inout EnteredValueMap, _ seen: inout SeenInputs
    ) {
        var plan = plan
        let reader = ValueMapReader(plan, findings: &findings)
        RequiredColumns.check(plan, rows: reader.outcomeRows, &findings)
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
