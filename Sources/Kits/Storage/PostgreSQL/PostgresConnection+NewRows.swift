import CPostgres

/// Many rows in one statement, which brings a list for each column. `COPY` would not do: PostgreSQL refuses it behind the wall between
/// places.
extension PostgresConnection {
    func insert(_ rows: NewRows, in unit: Unit) throws(StorageError) {
        try inUnit(unit) { handle throws(StorageError) in
            for start in stride(from: 0, to: rows.count, by: NewRows.portion) {
                let portion = start..<min(start + NewRows.portion, rows.count)
                var parameters = PostgresParameters()
                var places: [String] = []
                for column in rows.columns.indices {
                    guard let kind = try ListKind(of: column, portion, rows) else {
                        places.append("NULL")
                        continue
                    }
                    try kind.write(column, portion, rows, to: &parameters)
                    places.append("c\(parameters.types.count)")
                }
                let numbers = parameters.types.indices.map { $0 + 1 }
                let lists = numbers.map { "$\($0)" }.joined(separator: ", ")
                let names = numbers.map { "c\($0)" }.joined(separator: ", ")
                let text = rows.statement(
                    "SELECT \(places.joined(separator: ", ")) FROM unnest(\(lists)) AS added (\(names))")
                try step(text, parameters, over: handle)
            }
        }
    }
}

/// What a list holds.
private enum ListKind {
    case integers, texts, blobs

    /// Nil where every value of the column is missing.
    init?(of column: Int, _ portion: Range<Int>, _ rows: NewRows) throws(StorageError) {
        var kind: ListKind?
        for row in portion {
            let next: ListKind
            switch rows.values[row * rows.columns.count + column] {
            case .null: continue
            case .integer: next = .integers
            case .text: next = .texts
            case .bytes: next = .blobs
            }
            guard kind == nil || kind == next else {
                throw .column(column, wanted: "values of one kind", found: "others")
            }
            kind = next
        }
        guard let kind else { return nil }
        self = kind
    }

    /// The numbers of the types of lists and of what they hold, as every PostgreSQL has them (`pg_type.dat`).
    private var types: (list: Oid, element: Oid) {
        switch self {
        case .integers: (1016, PostgresParameters.TypeNumber.integer)
        case .texts: (1009, PostgresParameters.TypeNumber.text)
        case .blobs: (1001, PostgresParameters.TypeNumber.bytes)
        }
    }

    /// In the binary form of lists (PostgreSQL's source, `array_recv`).
    func write(
        _ column: Int, _ portion: Range<Int>, _ rows: NewRows, to parameters: inout PostgresParameters
    ) throws(StorageError) {
        let types = types
        try parameters.append(types.list) { bytes throws(StorageError) in
            // One dimension, perhaps with missing values; how many, from the first.
            for number in [1, 1, Int32(bitPattern: types.element), Int32(portion.count), 1] {
                append(number, to: &bytes)
            }
            for row in portion {
                switch rows.values[row * rows.columns.count + column] {
                case .null: append(Int32(-1), to: &bytes)
                case .integer(let number):
                    append(Int32(8), to: &bytes)
                    append(number, to: &bytes)
                case .text(let text):
                    guard !text.utf8.contains(0) else { throw .unstorable }
                    append(Int32(text.utf8.count), to: &bytes)
                    bytes.append(contentsOf: text.utf8)
                case .bytes(let blob):
                    append(Int32(blob.count), to: &bytes)
                    bytes.append(contentsOf: blob)
                }
            }
        }
    }

    private func append(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }
}
