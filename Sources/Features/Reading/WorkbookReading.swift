import Columns
import Documents
import FoundationEssentials
import Measurement
import ValueMaps
import Words
import Workbooks

/// One reading of a workbook, from its sheets to the understanding or the refusal.
struct WorkbookReading {
    let workbook: Workbook
    let options: ImportOptions
    var findings = Findings()
    private(set) var roles: [SheetRoles.Role] = []
    let pair: SheetPair?
    let family: SheetFamily?
    let takes: Takes
    let remembered: RememberedMeanings
    let mapsAreDoubtful: Bool
    /// What each table was taken for, by its name.
    var taken: [String: TakenSheet] = [:]

    init(_ workbook: Workbook, options: ImportOptions, remembered: RememberedMeanings) {
        self.workbook = workbook
        self.options = options
        self.remembered = remembered
        takes = Takes(options.takes, sheets: workbook.sheets.map(\.name), findings: &findings)
        let found = SheetRoles(workbook, takes: takes, remembered: remembered, findings: &findings)
        roles = found.roles
        pair = found.pair
        family = found.family
        mapsAreDoubtful = found.mapsAreDoubtful
        for role in roles where role.kind == .notUsed {
            for take in takes.all where take.sheet == role.cells.name && take.column != nil {
                findings.add(
                    .take, sheet: take.sheet, found: take.text,
                    expected: "A column of a sheet that is read. This one is not.",
                    mend: "Say what the sheet is as well, as in this example: \("\(take.sheet)=\(kind(of: take))").")
            }
        }
    }

    /// What a sheet may be of which a column was said to mean this.
    private func kind(of take: Takes.Take) -> String {
        guard case .meaning(let meaning) = take.answer, meaning != .notUsed,
            ColumnMeaning.of(meaning, in: .valueMap) != nil
        else { return TakenSheet.Kind.participants.rawValue }
        return TakenSheet.Kind.valueMap.rawValue
    }

    mutating func result() -> ImportResult {
        let participants = readParticipants()
        let scores = participants.map { records in
            records.measures.filter { measure in measure.before.contains { $0 != nil } }.map(\.name)
        }
        var map = readMap(scores: scores)
        let (about, ownWords, totals) = readAbout()
        if var entered = map {
            addTotals(totals, to: &entered)
            askForInputs(entered)
            map = entered
        }
        noteHidden()
        let sheets = roles.map { taken[$0.cells.name] ?? plainSheet($0) }
        guard let map, !findings.hasProblems else {
            return .refused(findings.ordered(by: workbook.sheets.map(\.name)), preview: sheets)
        }
        return .understood(
            Understanding(
                about: about, map: map, participants: participants, ownWords: ownWords, sheets: sheets,
                notes: findings.notes))
    }

    /// Rows under a table that hold a name and its value and nothing else. A row of the table that begins with such a name
    /// ("Funder") holds more, or stands right under another row of the table.
    private func linesBelow(_ cells: Cells, _ body: some RandomAccessCollection<Int>) -> [Int] {
        guard cells.rows.count <= 2000 else { return [] }
        func filled(_ row: Int) -> Int { cells.columns.count { !cells.isEmpty(row, $0) } }
        let last = body.suffix(40)
        guard let gap = last.last(where: { filled($0) == 0 }) else { return [] }
        return last.filter { $0 > gap && filled($0) == 2 }
    }

    private mutating func readAbout() -> (About, OwnWords, totals: [EnteredInput]) {
        let names = HeaderDictionary.names(of: .about)
        var sources: [(cells: Cells, lines: KeyedLines)] = []
        for role in roles where role.kind == .about {
            sources.append((role.cells, KeyedLines(role.cells, by: names, allowsLoose: true)))
        }
        let plans = roles.compactMap(\.plan)
        for plan in plans {
            let rows =
                Array(plan.cells.rows.lowerBound..<plan.header.rows.lowerBound) + linesBelow(plan.cells, plan.body)
            sources.append((plan.cells, KeyedLines(plan.cells, by: names, rows: rows, allowsLoose: false)))
        }
        for role in roles where role.cells.area != nil && (role.kind == .notUsed || role.funding != nil) {
            guard takes.kind(of: role.cells.name) != .notUsed else { continue }
            sources.append((role.cells, KeyedLines(role.cells, by: names, allowsLoose: false)))
        }
        let reader = AboutReader(options: options, sources: sources, titles: TitleLines(plans))
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
        return (
            about, words ?? OwnWords(),
            reader.totalInputs(from: about.commissioner?.value, maps: maps.map(\.cells.sheet.name))
        )
    }

    private func plainSheet(_ role: SheetRoles.Role) -> TakenSheet {
        // A table of money that nothing was read from.
        let kind = role.funding == nil ? role.kind : .notUsed
        return TakenSheet(name: role.cells.name, kind: kind, headerRow: nil, columns: [], area: role.cells.area)
    }
}
