import CPostgres

/// One row of an answer in binary form, each column read by its own type. A type that has no exact place here is an error.
extension Row {
    init(_ result: OpaquePointer, row: Int32) throws(StorageError) {
        var values: [SQL.Value] = []
        let count = PQnfields(result)
        values.reserveCapacity(Int(count))
        for column in 0..<count {
            guard PQgetisnull(result, row, column) == 0 else {
                values.append(.null)
                continue
            }
            let bytes = UnsafeRawBufferPointer(
                start: PQgetvalue(result, row, column), count: Int(PQgetlength(result, row, column)))
            values.append(try SQL.Value(bytes, type: PQftype(result, column), column: Int(column)))
        }
        self.init(values: values)
    }
}

extension SQL.Value {
    /// - Parameter type: the number of the type, as every PostgreSQL has it (`pg_type.dat`).
    fileprivate init(_ bytes: UnsafeRawBufferPointer, type: Oid, column: Int) throws(StorageError) {
        switch type {
        case 16: self = .integer(bytes.first == 1 ? 1 : 0)
        case 20 where bytes.count == 8: self = .integer(Int64(bigEndian: bytes.loadUnaligned(as: Int64.self)))
        case 21 where bytes.count == 2: self = .integer(Int64(Int16(bigEndian: bytes.loadUnaligned(as: Int16.self))))
        case 23 where bytes.count == 4: self = .integer(Int64(Int32(bigEndian: bytes.loadUnaligned(as: Int32.self))))
        case 26 where bytes.count == 4: self = .integer(Int64(UInt32(bigEndian: bytes.loadUnaligned(as: UInt32.self))))
        case 17: self = .bytes(Array(bytes))
        // text, varchar, a name of the catalogue, a literal that was never given a type, void
        case 25, 1043, 19, 705, 2278:
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw .corrupt(detail: "column \(column) is not UTF-8")
            }
            self = .text(text)
        case 1700:
            guard let number = wholeNumber(numeric: bytes) else {
                throw .column(column, wanted: "an exact value", found: "a number with a fraction")
            }
            self = .integer(number)
        case 700, 701: throw .column(column, wanted: "an exact value", found: "a number with a fraction")
        default: throw .column(column, wanted: "a number, text or bytes", found: "PostgreSQL's type \(type)")
        }
    }
}

/// A `numeric` (the sum of whole numbers is one) where it is a whole number that we can hold; nil otherwise.
///
/// - Shape: four 16-bit numbers (how many digits, the power of the first one, the sign, how many places are shown), then the digits,
///   each from 0 to 9999 (PostgreSQL, `numeric_send`).
private func wholeNumber(numeric bytes: UnsafeRawBufferPointer) -> Int64? {
    guard bytes.count >= 8, bytes.count.isMultiple(of: 2) else { return nil }
    let words = stride(from: 0, to: bytes.count, by: 2).map {
        Int16(bigEndian: bytes.loadUnaligned(fromByteOffset: $0, as: Int16.self))
    }
    let (power, sign, places) = (Int(words[1]), UInt16(bitPattern: words[2]), words[3])
    let digits = words.dropFirst(4).map(Int64.init)
    guard digits.count == Int(words[0]), sign == 0 || sign == 0x4000, places == 0, power <= 4 else { return nil }
    var number: Int64 = 0
    // Added up below zero, where there is room for one number more.
    for position in 0..<max(0, power + 1) {
        let (tens, isTooLarge) = number.multipliedReportingOverflow(by: 10_000)
        let (sum, isBelow) = tens.subtractingReportingOverflow(position < digits.count ? digits[position] : 0)
        if isTooLarge || isBelow { return nil }
        number = sum
    }
    if sign == 0x4000 { return number }
    return number == .min ? nil : -number
}
