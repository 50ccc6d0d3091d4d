package import Documents

/// A workbook as bytes for the store, and back: only cells that hold something cost more than a byte.
///
/// - Shape: a version byte, the format, the number of sheets, then each sheet. Numbers are little-endian; a text is its
///   length and its UTF-8. A number that is whole and fits in four bytes takes four bytes, any other eight.
package struct WorkbookBytes: Sendable {
    package enum Fault: Error, Equatable, Sendable {
        /// The bytes end too early or hold what can't be.
        case damaged
    }

    private static let version: UInt8 = 1
    /// Tags for how a number is written; the sheet's own kinds lie below them.
    private static let wide: UInt8 = 0x80

    package static func encode(_ workbook: Workbook) -> [UInt8] {
        var writer = ByteWriter()
        writer.byte(version)
        writer.text(workbook.format.rawValue)
        writer.count(workbook.sheets.count)
        for sheet in workbook.sheets { encode(sheet, into: &writer) }
        return writer.bytes
    }

    package static func decode(_ bytes: [UInt8]) throws(Fault) -> Workbook {
        var reader = ByteReader(bytes)
        guard try reader.byte() == version, let format = Workbook.Format(rawValue: try reader.text()) else {
            throw .damaged
        }
        var sheets: [Sheet] = []
        for _ in 0..<(try reader.count()) { sheets.append(try decodeSheet(&reader)) }
        guard reader.isAtEnd else { throw .damaged }
        return Workbook(format: format, sheets: sheets)
    }

    private static func encode(_ sheet: Sheet, into writer: inout ByteWriter) {
        writer.text(sheet.name)
        writer.byte(sheet.isHidden ? 1 : 0)
        writer.count(sheet.rowCount)
        writer.count(sheet.columnCount)
        writer.counts(sheet.hiddenRows.sorted())
        writer.counts(sheet.hiddenColumns.sorted())
        writer.count(sheet.merged.count)
        for range in sheet.merged {
            let ends = [
                range.columns.lowerBound, range.columns.upperBound, range.rows.lowerBound, range.rows.upperBound,
            ]
            for end in ends { writer.count(end) }
        }
        writer.count(sheet.strings.count)
        for string in sheet.strings { writer.text(string) }
        for (kind, number) in zip(sheet.kinds, sheet.numbers) {
            guard kind != Sheet.Kind.empty.rawValue else {
                writer.byte(kind)
                continue
            }
            if let whole = Int32(exactly: number), !(number == 0 && number.sign == .minus) {
                writer.byte(kind)
                writer.integer(UInt32(bitPattern: whole))
            } else {
                writer.byte(kind | wide)
                writer.integer(number.bitPattern)
            }
        }
        encodeMarks(of: sheet, into: &writer)
    }

    private static func encodeMarks(of sheet: Sheet, into writer: inout ByteWriter) {
        var formats: [(cell: Int, code: String)] = []
        var formulas: [Int] = []
        for row in 0..<sheet.rowCount {
            for column in 0..<sheet.columnCount {
                let cell = row * sheet.columnCount + column
                let format = sheet.format(row: row, column: column)
                if format != .general { formats.append((cell, format.code)) }
                if sheet.hasFormula(row: row, column: column) { formulas.append(cell) }
            }
        }
        writer.count(formats.count)
        for format in formats {
            writer.count(format.cell)
            writer.text(format.code)
        }
        writer.counts(formulas)
    }

    private static func decodeSheet(_ reader: inout ByteReader) throws(Fault) -> Sheet {
        let name = try reader.text()
        let isHidden = try reader.byte() == 1
        let (rows, columns) = (try reader.count(), try reader.count())
        let (size, overflow) = rows.multipliedReportingOverflow(by: columns)
        let hiddenRows = Set(try reader.counts())
        let hiddenColumns = Set(try reader.counts())
        var merged: [CellRange] = []
        for _ in 0..<(try reader.count()) {
            let (left, right) = (try reader.count(), try reader.count())
            let (top, bottom) = (try reader.count(), try reader.count())
            guard left <= right, top <= bottom else { throw .damaged }
            merged.append(CellRange(sheet: name, columns: left...right, rows: top...bottom))
        }
        let strings = try reader.texts()
        guard !overflow, size <= reader.remaining else { throw .damaged }
        var kinds: [UInt8] = []
        var numbers: [Double] = []
        kinds.reserveCapacity(size)
        numbers.reserveCapacity(size)
        for _ in 0..<size {
            let tag = try reader.byte()
            let kind = tag & ~wide
            guard let known = Sheet.Kind(rawValue: kind) else { throw .damaged }
            kinds.append(kind)
            if known == .empty {
                numbers.append(0)
                continue
            }
            let number: Double =
                tag & wide != 0
                ? Double(bitPattern: try reader.integer()) : Double(Int32(bitPattern: try reader.integer()))
            if known == .text || known == .error {
                guard let index = Int(exactly: number), strings.indices.contains(index) else { throw .damaged }
            }
            numbers.append(number)
        }
        var formats: [Int: NumberFormat] = [:]
        for _ in 0..<(try reader.count()) {
            let cell = try reader.count()
            guard cell < size else { throw .damaged }
            formats[cell] = NumberFormat(code: try reader.text())
        }
        let formulas = Set(try reader.counts())
        guard formulas.allSatisfy({ $0 < size }) else { throw .damaged }
        return Sheet(
            name: name, isHidden: isHidden, rowCount: rows, columnCount: columns, hiddenRows: hiddenRows,
            hiddenColumns: hiddenColumns, merged: merged, kinds: kinds, numbers: numbers, strings: strings,
            formats: formats, formulas: formulas)
    }
}

extension NumberFormat {
    fileprivate var code: String {
        switch self {
        case .general: "g"
        case .percent: "p"
        case .date: "d"
        case .currency(let currency): "c\(currency)"
        }
    }

    fileprivate init(code: String) {
        switch code.first {
        case "p": self = .percent
        case "d": self = .date
        case "c": self = .currency(String(code.dropFirst()))
        default: self = .general
        }
    }
}
