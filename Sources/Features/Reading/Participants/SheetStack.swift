import Documents
import Measurement
import Workbooks

/// Sheets of people of one shape, put one under the other as one list. Each cell of the list knows where it stands in the workbook.
///
/// Columns are those of the first sheet, in its order, then those that only others have. Rows are the people's alone: totals and
/// notes of each sheet stay out. A last column holds what the name of each row's sheet tells.
struct SheetStack: Sendable {
    let cells: Cells
    let parts: [SheetPart]
    /// The column of what the sheets' names tell.
    let nameColumn: Int
    /// What stands there, by the first sheet.
    let label: Label
    /// The last row of headings; the people stand below.
    private let lastHeading: Int

    /// What stands in the last column of each row of a sheet.
    enum Label { case text(String), rank(Int), none }

    /// - Parameters:
    ///   - plans: of at least one sheet.
    ///   - ownCodes: whether each sheet counts its people for itself, so that one code on two sheets means two people.
    init?(_ plans: [SheetPlan], labels: [Label], ownCodes: Bool) {
        guard let first = plans.first, plans.count == labels.count else { return nil }
        let columns = StackedColumns(plans)
        let readers = plans.map { ParticipantRows($0).rows }
        lastHeading = first.header.rows.upperBound
        nameColumn = columns.count
        label = labels[0]
        parts = zip(plans, readers).enumerated().map { index, sheet in
            SheetPart(sheet: sheet.0.cells.sheet.name, rows: sheet.1, columns: columns.places[index])
        }
        var draft = StackedSheet(width: columns.count + 1)
        for row in 0...lastHeading { draft.append(row, of: first.cells, columns.places[0]) }
        for column in columns.added {
            draft.set(column.text, row: first.header.main, column: column.place)
        }
        for index in plans.indices {
            let person = ownCodes ? columns.place(of: plans[index].index(.person), in: index) : nil
            for row in readers[index] {
                draft.append(row, of: plans[index].cells, columns.places[index])
                switch labels[index] {
                case .text(let text): draft.set(text, column: nameColumn)
                case .rank(let rank): draft.set(Double(rank), column: nameColumn)
                case .none: break
                }
                if let person { draft.set("\(index + 1): \(draft.text(person))", column: person) }
            }
        }
        let origins = Cells.Origins(
            rows: (0...lastHeading).map { (first.cells.sheet.name, $0, 0) }
                + zip(plans, readers).enumerated().flatMap { index, sheet in
                    sheet.1.map { (sheet.0.cells.sheet.name, $0, index) }
                }, columns: columns.places)
        cells = Cells(
            sheet: draft.sheet(first.cells.sheet.name, merged: first.cells.sheet.merged, rows: 0...lastHeading), origins
        )
    }

    /// The sheets with the rows that were read of each.
    func parts(of read: ClosedRange<Int>) -> [SheetPart] {
        var next = lastHeading + 1
        return parts.map { part in
            let first = next
            next += part.rows.count
            var part = part
            part.rows = part.rows.enumerated().filter { read.contains(first + $0.offset) }.map(\.element)
            return part
        }
    }

    /// The heading of the list, which is that of its first sheet.
    func header(like plan: SheetPlan) -> HeaderBlock {
        HeaderBlock(around: plan.header.main, in: cells, by: HeaderDictionary.names(of: .participants))
    }
}

/// Which column of a list each column of its sheets is, by the headings.
private struct StackedColumns {
    /// For each sheet: the sheet's column by the list's.
    private(set) var places: [[Int: Int]]
    private(set) var added: [(place: Int, text: String)] = []
    private(set) var count: Int

    init(_ plans: [SheetPlan]) {
        var keys: [String: Int] = [:]
        count = plans[0].cells.columns.upperBound
        places = [Dictionary(uniqueKeysWithValues: plans[0].cells.columns.map { ($0, $0) })]
        for (column, text) in plans[0].header.headers {
            let key = HeaderText(text).fullKey
            if keys[key] == nil { keys[key] = column }
        }
        for plan in plans.dropFirst() {
            var own: [Int: Int] = [:]
            for (column, text) in plan.header.headers {
                let key = HeaderText(text).fullKey
                if let place = keys[key], own[place] == nil {
                    own[place] = column
                } else if keys[key] == nil {
                    keys[key] = count
                    own[count] = column
                    added.append((count, text))
                    count += 1
                }
            }
            places.append(own)
        }
    }

    func place(of column: Int?, in sheet: Int) -> Int? {
        guard let column else { return nil }
        return places[sheet].first { $0.value == column }?.key
    }
}

/// A sheet that is put together row by row.
private struct StackedSheet {
    private let width: Int
    private var kinds: [UInt8] = []
    private var numbers: [Double] = []
    private var strings: [String] = []
    private var known: [String: Int] = [:]
    private var formats: [Int: NumberFormat] = [:]
    private var formulas: Set<Int> = []

    init(width: Int) { self.width = width }

    private var rowCount: Int { kinds.count / width }

    mutating func append(_ row: Int, of cells: Cells, _ columns: [Int: Int]) {
        let start = kinds.count
        kinds += [UInt8](repeating: Sheet.Kind.empty.rawValue, count: width)
        numbers += [Double](repeating: 0, count: width)
        for (place, column) in columns {
            let cell = start + place
            switch cells.value(row, column) {
            case .empty: continue
            case .number(let number): put(.number, number, cell)
            case .text(let text): put(.text, index(text), cell)
            case .boolean(let truth): put(.boolean, truth ? 1 : 0, cell)
            case .date(let year, let month, let day): put(.date, Double(year * 10_000 + month * 100 + day), cell)
            case .error(let text): put(.error, index(text), cell)
            }
            let format = cells.sheet.format(row: row, column: column)
            if format != .general { formats[cell] = format }
            if cells.sheet.hasFormula(row: row, column: column) { formulas.insert(cell) }
        }
    }

    mutating func set(_ text: String, row: Int? = nil, column: Int) {
        put(.text, index(text), (row ?? rowCount - 1) * width + column)
    }

    mutating func set(_ number: Double, column: Int) { put(.number, number, (rowCount - 1) * width + column) }

    /// What stands in a column of the last row.
    func text(_ column: Int) -> String {
        let cell = (rowCount - 1) * width + column
        switch Sheet.Kind(rawValue: kinds[cell]) {
        case .text: return strings[Int(numbers[cell])].lowercased()
        case .number: return numbers[cell].description
        default: return ""
        }
    }

    private mutating func put(_ kind: Sheet.Kind, _ number: Double, _ cell: Int) {
        kinds[cell] = kind.rawValue
        numbers[cell] = number
    }

    private mutating func index(_ text: String) -> Double {
        if let index = known[text] { return Double(index) }
        known[text] = strings.count
        strings.append(text)
        return Double(strings.count - 1)
    }

    func sheet(_ name: String, merged: [CellRange], rows: ClosedRange<Int>) -> Sheet {
        Sheet(
            name: name, rowCount: rowCount, columnCount: width,
            merged: merged.filter { rows.contains($0.rows.lowerBound) && rows.contains($0.rows.upperBound) },
            kinds: kinds,
            numbers: numbers, strings: strings, formats: formats, formulas: formulas)
    }
}
