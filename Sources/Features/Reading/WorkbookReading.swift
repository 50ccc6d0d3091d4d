import Documents
import Measurement
import ValueMaps
import Words
import Workbooks

/// One reading of a workbook, from its sheets to the understanding or the refusal.
struct WorkbookReading {
    private let workbook: Workbook
    private let options: ImportOptions
    var findings = Findings()
    private(set) var roles: [SheetRoles.Role] = []
    private var pair: SheetPair?
    private var taken: [String: TakenSheet] = [:]

    init(_ workbook: Workbook, options: ImportOptions, remembered: RememberedMeanings) {
        self.workbook = workbook
        self.options = options
        let takes = Takes(options.takes, sheets: workbook.sheets.map(\.name), findings: &findings)
        let found = SheetRoles(workbook, takes: takes, remembered: remembered, findings: &findings)
        roles = found.roles
        pair = found.pair
        for role in roles where role.kind == .notUsed {
            for take in takes.all where take.sheet == role.cells.sheet.name && take.column != nil {
                findings.add(
                    .take, sheet: take.sheet, found: take.text,
                    expected: "A column of a sheet that is read. This one is not.",
                    mend: "Say what the sheet is as well, as in this example: \("\(take.sheet)=participants").")
            }
        }
    }

    mutating func result() -> ImportResult {
        let participants = readParticipants()
        let scores = participants.map { records in
            records.measures.filter { measure in measure.before.contains { $0 != nil } }.map(\.name)
        }
        let map = readMap(scores: scores)
        let (about, ownWords) = readAbout()
        noteHidden()
        let sheets = roles.map { taken[$0.cells.sheet.name] ?? plainSheet($0) }
        guard let map, !findings.hasProblems else {
            return .refused(findings.ordered(by: workbook.sheets.map(\.name)), preview: sheets)
        }
        return .understood(
            Understanding(
                about: about, map: map, participants: participants, ownWords: ownWords, sheets: sheets,
                notes: findings.notes))
    }

    private mutating func readParticipants() -> ParticipantRecords? {
        if let pair { return readPair(pair) }
        guard let role = roles.first(where: { $0.kind == .participants }), var plan = role.plan else { return nil }
        let reader = ParticipantReader(plan)
        let records = reader.records(&findings)
        Readings.add(toPeople: &plan, records: ParticipantNames(records))
        took(plan, reader)
        return records
    }

    private mutating func readPair(_ pair: SheetPair) -> ParticipantRecords? {
        guard var earlier = roles[pair.before].plan, var later = roles[pair.after].plan else { return nil }
        let (first, second) = (ParticipantReader(earlier), ParticipantReader(later))
        let (before, after) = (first.records(&findings), second.records(&findings))
        guard let before, let after else { return nil }
        let joined = JoinedSheets(before, first.people(), later: after, second.people())
        findings.note(
            "We read the sheets \(earlier.name) and \(later.name) together: the first as before, the second as after, each person by the same code."
        )
        for header in joined.alone {
            findings.note(
                "We did not use \(header), because it is on only one of the sheets \(earlier.name) and \(later.name).")
        }
        if joined.newcomers > 0 {
            findings.note(
                Phrase(
                    one:
                        "We left out \(joined.newcomers) person of the sheet \(later.name) who is not on the sheet \(earlier.name).",
                    other:
                        "We left out \(joined.newcomers) people of the sheet \(later.name) who are not on the sheet \(earlier.name).",
                    count: joined.newcomers))
        }
        Readings.add(toEarlier: &earlier, later: &later, records: joined.records)
        took(earlier, first)
        took(later, second)
        return joined.records
    }

    /// Remembers what a sheet of people was taken for, and says what was left out of it.
    private mutating func took(_ plan: SheetPlan, _ reader: ParticipantReader) {
        taken[plan.name] = plan.taken(as: .participants, rows: reader.rows.rows)
        noteRows(
            plan.name, totals: reader.rows.totals, repeated: reader.rows.repeatedHeaders, notes: reader.rows.notes.count
        )
        for column in plan.columns {
            if column.meaning == .leftUnread {
                findings.note(
                    "We did not read the column \(column.header) of the sheet \(plan.name), because it may tell who somebody is."
                )
            } else if column.isPersonal {
                findings.note(
                    "We used the column \(column.header) of the sheet \(plan.name) only to tell which rows are about the same person. We kept nothing of it."
                )
            }
        }
    }

    private mutating func readMap(scores: [String]?) -> EnteredValueMap? {
        let maps = roles.filter { $0.kind == .valueMap }
        guard let main = maps.first(where: { !$0.isInputs }), var plan = main.plan else {
            findings.add(
                .noValueMap, found: workbook.sheets.map(\.name).joined(separator: ", "),
                expected: "A sheet with a value map: its columns name stakeholders, outcomes, quantities and values.",
                mend:
                    "Start from the worked template, or say which sheet is the value map. On the command line: --take \("Sheet1=valueMap")."
            )
            return nil
        }
        RequiredColumns.check(plan, &findings)
        let reader = ValueMapReader(plan, findings: &findings)
        if let rows = reader.rows.secondTable {
            findings.add(
                .secondTable,
                at: plan.cells.reference(
                    rows.lowerBound, plan.cells.columns.first { !plan.cells.isEmpty(rows.lowerBound, $0) } ?? 0),
                found: plan.cells.columns.compactMap { plan.cells.text(rows.lowerBound, $0) }.joined(separator: ", "),
                expected:
                    "One table on a sheet. Rows \(rows.lowerBound + 1) to \(rows.upperBound + 1) look like a second one.",
                mend: "Put the second table on a sheet of its own.")
        }
        if reader.outcomeRows.isEmpty {
            findings.add(
                .noRows, sheet: plan.name, found: "", expected: "Rows with outcomes under the header.",
                mend: "Write at least one outcome with its quantity and value.")
        }
        var inputs = reader.inputs(&findings)
        let outcomes = reader.outcomes(scores: scores, &findings)
        var ignored = Findings()
        Readings.add(to: &plan, rows: reader.outcomeRows, shares: ShareColumns(reader, findings: &ignored))
        taken[plan.name] = plan.taken(as: .valueMap, rows: reader.rows.rows)
        noteRows(
            plan.name, totals: reader.rows.totals, repeated: reader.rows.repeatedHeaders, notes: reader.rows.notes.count
        )
        for role in maps where role.isInputs {
            guard let own = role.plan else { continue }
            let reader = ValueMapReader(own, findings: &findings)
            let further = reader.inputs(&findings)
            if !inputs.isEmpty, !further.isEmpty { askWhichInputs(plan.name, own.name) }
            inputs += further
            taken[own.name] = own.taken(as: .valueMap, rows: reader.rows.rows)
            noteRows(
                own.name, totals: reader.rows.totals, repeated: reader.rows.repeatedHeaders,
                notes: reader.rows.notes.count)
        }
        return EnteredValueMap(sheet: plan.name, inputs: inputs, outcomes: outcomes)
    }

    /// Inputs in the map and on a sheet of their own may be the same money twice.
    private mutating func askWhichInputs(_ map: String, _ sheet: String) {
        guard !options.takes.contains(where: { $0.hasPrefix("\(sheet)=") }) else { return }
        findings.add(
            .severalSheets, sheet: sheet, found: "\(map), \(sheet)",
            expected: "Inputs on one sheet. Both of these have amounts, which may be the same money twice.",
            mend: "Say whether the second sheet holds further inputs, or is not to be used.",
            takes: ["\(sheet)=\(TakenSheet.Kind.notUsed.rawValue)", "\(sheet)=\(TakenSheet.Kind.valueMap.rawValue)"])
    }

    /// Rows under a table that hold a name and its value and nothing else. A row of the table that begins with such a name
    /// ("Funder") holds more, or stands right under another row of the table.
    private func linesBelow(_ cells: Cells, _ body: some RandomAccessCollection<Int>) -> [Int] {
        guard cells.sheet.rowCount <= 2000 else { return [] }
        func filled(_ row: Int) -> Int { cells.columns.count { !cells.isEmpty(row, $0) } }
        let last = body.suffix(40)
        guard let gap = last.last(where: { filled($0) == 0 }) else { return [] }
        return last.filter { $0 > gap && filled($0) == 2 }
    }

    private mutating func readAbout() -> (About, OwnWords) {
        let names = HeaderDictionary.names(of: .about)
        var sources: [(cells: Cells, lines: KeyedLines)] = []
        for role in roles where role.kind == .about {
            sources.append((role.cells, KeyedLines(role.cells, by: names, allowsLoose: true)))
        }
        let plans = roles.compactMap(\.plan)
        for plan in plans {
            let rows = Array(0..<plan.header.rows.lowerBound) + linesBelow(plan.cells, plan.body)
            sources.append((plan.cells, KeyedLines(plan.cells, by: names, rows: rows, allowsLoose: false)))
        }
        let reader = AboutReader(options: options, sources: sources)
        let maps = roles.filter { $0.kind == .valueMap }.compactMap(\.plan)
        let others = roles.filter { $0.kind != .valueMap && $0.kind != .notUsed }.map(\.cells)
        let about = About(
            provider: reader.text(options.provider, "provider", .provider, &findings),
            commissioner: reader.text(options.commissioner, "commissioner", .commissioner, &findings),
            service: reader.text(options.service, "service", .service, &findings), period: reader.period(&findings),
            currency: CurrencyReader(about: reader, maps: maps, others: others).currency(&findings),
            language: reader.language(&findings), discountRate: reader.discountRate(&findings),
            convention: reader.convention(&findings))
        let words = roles.first { $0.kind == .ownWords }.map { OwnWordsReader($0.cells.sheet).words(&findings) }
        return (about, words ?? OwnWords())
    }

    private func plainSheet(_ role: SheetRoles.Role) -> TakenSheet {
        TakenSheet(name: role.cells.sheet.name, kind: role.kind, headerRow: nil, columns: [])
    }
}
