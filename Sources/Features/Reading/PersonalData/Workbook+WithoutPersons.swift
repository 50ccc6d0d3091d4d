import Documents
import Workbooks

extension Workbook {
    /// The workbook as it may be kept: without what tells who people are.
    ///
    /// Cells under a header that was left unread are taken out, and so is every column beside them, on any sheet, that looks
    /// like one of those. Where people are told apart by something that names them, each is given a number instead, the
    /// same one on all sheets.
    func withoutPersons(_ taken: [TakenSheet]) -> Workbook {
        var codes = PersonCodes()
        let known = Dictionary(grouping: taken, by: \.sheet)
        return Workbook(
            format: format,
            sheets: sheets.map { sheet in
                let tables =
                    known[sheet.name] ?? [TakenSheet(name: sheet.name, kind: .notUsed, headerRow: nil, columns: [])]
                return tables.reduce(sheet) { $0.withoutPersons($1, &codes) }
            })
    }
}

/// A number for each person, in the order in which they are met.
private struct PersonCodes {
    private var numbers: [String: Int] = [:]

    mutating func code(_ person: String) -> String {
        let number = numbers[person] ?? numbers.count + 1
        numbers[person] = number
        return "Person \(number)"
    }
}

extension Sheet {
    fileprivate func withoutPersons(_ taken: TakenSheet, _ codes: inout PersonCodes) -> Sheet {
        let unread =
            taken.columns.filter { $0.meaning == Meaning.leftUnread.rawValue }.map(\.column)
            + columnsAboutPersons(taken)
        // The examples of a column that names people are not shown, which is how it is known here.
        let persons = taken.columns.filter { $0.meaning == Meaning.person.rawValue && $0.examples.isEmpty }
        guard !unread.isEmpty || !persons.isEmpty else { return self }
        var draft = EmptiedSheet(self)
        let table = rows(of: taken)
        let body = max(taken.headerRow.map { $0 + 1 } ?? 0, table.lowerBound)..<table.upperBound
        for column in unread { draft.clear(column, rows: body) }
        for column in persons {
            draft.replace(column.column, rows: body) { text in
                TotalRow.isLabel(text) || text == column.header ? text : codes.code(text)
            }
        }
        return draft.sheet
    }
}

extension Sheet {
    /// How many rows from the top may hold headings on a sheet whose header is not known.
    private static let rowsOfHeadings = 20

    /// The rows of a table of this sheet.
    fileprivate func rows(of taken: TakenSheet) -> Range<Int> {
        guard let rows = taken.area?.rows else { return 0..<rowCount }
        return (rows.lowerBound..<rows.upperBound + 1).clamped(to: 0..<rowCount)
    }

    /// The columns that are used for nothing and look as if they told who people are, by their heading or by what they hold.
    fileprivate func columnsAboutPersons(_ taken: TakenSheet) -> [Int] {
        // These hold a line for each thing that is said, and no rows about people.
        guard taken.kind != .about, taken.kind != .ownWords else { return [] }
        let used = Set(taken.columns.filter { $0.meaning != Meaning.notUsed.rawValue }.map(\.column))
        let cells = Cells(sheet: self)
        let table = rows(of: taken)
        let headings = taken.headerRow.map { $0..<$0 + 1 } ?? table.prefix(Self.rowsOfHeadings)
        let columns = taken.area.map { $0.columns.lowerBound..<$0.columns.upperBound + 1 } ?? 0..<columnCount
        return columns.filter { column in
            guard !used.contains(column), !table.isEmpty else { return false }
            let texts = headings.compactMap { cells.text($0, column).map { HeaderText($0) } }
            let asksWho = texts.contains(where: PersonalHeader.asksWhoWorks)
            return texts.contains { PersonalHeader.kind($0) != nil }
                || PersonalContent(cells, column, rows: table, isPerson: asksWho).kind != nil
        }
    }
}

/// A sheet whose cells are being changed. Texts that no cell holds any more go too.
private struct EmptiedSheet {
    private let original: Sheet
    private var kinds: [UInt8]
    private var numbers: [Double]
    private var added: [String] = []

    init(_ sheet: Sheet) {
        original = sheet
        kinds = sheet.kinds
        numbers = sheet.numbers
    }

    mutating func clear(_ column: Int, rows: Range<Int>) {
        guard (0..<original.columnCount).contains(column) else { return }
        for row in rows {
            kinds[row * original.columnCount + column] = Sheet.Kind.empty.rawValue
            numbers[row * original.columnCount + column] = 0
        }
    }

    mutating func replace(_ column: Int, rows: Range<Int>, _ change: (String) -> String) {
        guard (0..<original.columnCount).contains(column) else { return }
        for row in rows {
            let cell = row * original.columnCount + column
            let old = text(original.value(row: row, column: column))
            guard !old.isEmpty else { continue }
            kinds[cell] = Sheet.Kind.text.rawValue
            numbers[cell] = Double(original.strings.count + added.count)
            added.append(change(old))
        }
    }

    var sheet: Sheet {
        var strings: [String] = []
        var places: [Int: Int] = [:]
        var numbers = numbers
        let texts = [Sheet.Kind.text.rawValue, Sheet.Kind.error.rawValue]
        for (cell, kind) in kinds.enumerated() where texts.contains(kind) {
            let old = Int(numbers[cell])
            if let place = places[old] {
                numbers[cell] = Double(place)
            } else {
                places[old] = strings.count
                numbers[cell] = Double(strings.count)
                strings.append(
                    old < original.strings.count ? original.strings[old] : added[old - original.strings.count])
            }
        }
        return original.with(kinds: kinds, numbers: numbers, strings: strings)
    }

    private func text(_ value: CellValue) -> String {
        switch value {
        case .empty: ""
        case .number(let number): number.description
        case .text(let text), .error(let text): text.prefix(200).description
        case .boolean(let flag): flag ? "true" : "false"
        case .date(let year, let month, let day): "\(year)-\(month)-\(day)"
        }
    }
}
