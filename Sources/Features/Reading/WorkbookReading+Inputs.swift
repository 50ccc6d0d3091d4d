import Documents
import FoundationEssentials
import ValueMaps
import Words
import Workbooks

/// What was put in, where it stands beside the value maps and not in them. Each map of an account has its own.
extension WorkbookReading {
    /// Tables of funding and costs count where nothing else says what was put in. One that stands on the sheet of a map is
    /// about that map alone.
    mutating func useFunding(_ tables: [FundingTable], maps: Set<String>, in entered: inout EnteredValueMap) {
        guard !tables.isEmpty else { return }
        let stated = entered.inputs.filter { $0.amount.value != 0 }
        let isApart = stated.contains { input in input.sheet.map { !maps.contains($0) } ?? true }
        let open = tables.filter { table in
            let sheet = table.plan.cells.sheet.name
            return maps.contains(sheet) ? !isApart && !stated.contains { $0.sheet == sheet } : stated.isEmpty
        }
        for table in tables where !open.contains(where: { $0.plan.name == table.plan.name }) {
            findings.note(
                "We did not use the amounts of the sheet \(table.plan.name), because the value map says what was put in."
            )
        }
        for table in open where !table.rivals.isEmpty { askWhichAmount(table) }
        for group in groups(of: open.filter(\.rivals.isEmpty), maps) {
            let further = FundingChoice(group, findings: &findings).inputs(&findings)
            entered.inputs += further
            for table in group where further.contains(where: { table.holds($0) }) {
                taken[table.plan.name] = table.plan.taken(as: .valueMap, rows: table.rows ?? Array(table.plan.body))
                findings.note("We read what was put in from the sheet \(table.plan.name).")
            }
        }
    }

    private mutating func askWhichAmount(_ table: FundingTable) {
        let amounts = table.plan.columns.filter { table.rivals.contains($0.column) }
        guard let first = amounts.first else { return }
        findings.add(
            .columnTwice, at: table.plan.header.reference(of: first.column, in: table.plan.cells),
            found: amounts.map(\.header).joined(separator: ", "),
            expected: "One column with what was put in. Each of these may be it.",
            mend: "Say which column holds it, or write the inputs in the value map.",
            takes: amounts.map { table.plan.take($0.column, Meaning.inputAmount.rawValue) })
    }

    /// Tables that may speak of the same money: those of one map, or all of them where one belongs to no map.
    private func groups(of tables: [FundingTable], _ maps: Set<String>) -> [[FundingTable]] {
        guard tables.allSatisfy({ maps.contains($0.plan.cells.sheet.name) }) else { return [tables] }
        return tables.reduce(into: []) { groups, table in
            let sheet = table.plan.cells.sheet.name
            if let index = groups.firstIndex(where: { $0.contains { $0.plan.cells.sheet.name == sheet } }) {
                groups[index].append(table)
            } else {
                groups.append([table])
            }
        }
    }

    /// Adds the lines that say what was put in altogether, for the maps of which nothing else says it.
    func addTotals(_ totals: [EnteredInput], to entered: inout EnteredValueMap) {
        let maps = mapSheets
        let stated = entered.inputs.filter { $0.amount.value != 0 }
        for total in totals {
            guard let sheet = total.sheet, maps.contains(sheet) else {
                if stated.isEmpty { entered.inputs.append(total) }
                continue
            }
            let isOpen = stated.allSatisfy { input in
                input.sheet.map { maps.contains($0) && $0 != sheet } ?? false
            }
            if isOpen { entered.inputs.append(total) }
        }
    }

    private var mapSheets: Set<String> {
        Set(roles.filter { $0.kind == .valueMap && !$0.isInputs }.map(\.cells.sheet.name))
    }

    /// Asks about money that stands by a map which has no inputs, while what was put in is not known for all.
    mutating func askForInputs(_ entered: EnteredValueMap) {
        let stated = entered.inputs.filter { $0.amount.value != 0 }
        let maps = mapSheets
        guard stated.allSatisfy({ input in input.sheet.map { maps.contains($0) } ?? false }) else { return }
        askAboutTheSame(stated)
        for role in roles where role.kind == .notUsed && role.cells.isFurther && maps.contains(role.cells.sheet.name) {
            guard takes.kind(of: role.cells.name) == nil,
                !stated.contains(where: { $0.sheet == role.cells.sheet.name })
            else { continue }
            let lines = FundingLines(role.cells)
            // Where another map says what was put in, this one should too, in whatever words.
            guard lines.isDoubtful || !stated.isEmpty, let first = lines.firstWithMoney else { continue }
            askAbout(role.cells, first.row, first.column)
        }
    }

    /// The same money by each of several maps may be that of all of them.
    private mutating func askAboutTheSame(_ stated: [EnteredInput]) {
        let tables = roles.filter { $0.funding != nil }
        for (index, role) in tables.enumerated() where takes.kind(of: role.cells.name) == nil {
            let own = stated.filter { role.funding?.holds($0) == true }
            guard case .cell(let cell)? = own.first?.amount.origin,
                let other = tables[..<index].lazy.compactMap({ earlier -> EnteredInput? in
                    let same = stated.filter { earlier.funding?.holds($0) == true }
                    return zip(own, same).allSatisfy { $0.isSame(as: $1) } && own.count == same.count ? same.first : nil
                }).first, case .cell(let first) = other.amount.origin
            else { continue }
            findings.add(
                .inputRepeated, at: cell,
                found: "\(role.cells.shown(cell.row, cell.column)) (\(first.description))",
                expected: "To know whether this input was put in once and copied down, or each time anew.",
                mend: "Keep it on one row if it was put in once, or say how it is to be counted.",
                takes: [TakenSheet.Kind.notUsed, .valueMap].map { "\(role.cells.name)=\($0.rawValue)" })
        }
    }

    /// A further table on a sheet that names figures of the account, and can't be read for want of the rest.
    mutating func askAboutOtherTables() {
        let names = HeaderDictionary.names(of: .valueMap)
        for role in roles where role.kind == .notUsed && role.cells.area != nil {
            let cells = role.cells
            guard takes.kind(of: cells.name) == nil, let header = HeaderRow.find(in: cells, by: names),
                !header.meanings.isDisjoint(with: [.quantity, .proxy, .inputAmount]),
                let first = cells.columns.first(where: { !cells.isEmpty(header.row, $0) })
            else { continue }
            askAbout(cells, header.row, first)
        }
    }

    private mutating func askAbout(_ cells: Cells, _ row: Int, _ column: Int) {
        let place = cells.reference(row, column)
        guard !findings.problems.contains(where: { $0.code == ProblemCode.secondTable.rawValue && $0.cell == place })
        else { return }
        let mayBeInputs = FundingTable(linesOf: cells, isForced: true) != nil
        findings.add(
            .secondTable, at: place,
            found: cells.columns.compactMap { cells.text(row, $0) }.joined(separator: ", "),
            expected:
                "A table that can be read. Rows \(row + 1) to \(cells.rows.upperBound) look like a second one on this sheet, and it is not clear what it holds.",
            mend: "Name its columns as in the worked template, or say that it is not to be used.",
            takes: (mayBeInputs ? [TakenSheet.Kind.valueMap, .notUsed] : [.notUsed]).map {
                "\(cells.name)=\($0.rawValue)"
            })
    }
}

extension FundingTable {
    /// Whether an input stands in this table.
    func holds(_ input: EnteredInput) -> Bool {
        guard case .cell(let cell) = input.amount.origin else { return false }
        return cell.sheet == plan.cells.sheet.name && plan.body.contains(cell.row)
            && plan.cells.columns.contains(cell.column)
    }
}

extension EnteredInput {
    fileprivate func isSame(as other: EnteredInput) -> Bool {
        amount.value == other.amount.value && description?.lowercased() == other.description?.lowercased()
            && stakeholder.lowercased() == other.stakeholder.lowercased()
    }
}
