import CanonicalJSON

/// What a connection has to know to keep the audit trail: the rules, and what the tables look like.
struct SQLiteTrail {
    /// A table's columns, and what the trail does with each.
    struct Shape {
        let table: String
        let columns: [String]
        let place: Int
        /// The rest of the primary key, in its order.
        let key: [Int]
        let organisation: Int?
        let hidden: Set<String>
        let unwatched: Set<String>
    }

    private(set) var rules: [String: AuditRule] = [:]
    private var shapes: [String: Shape] = [:]
    /// Whether the store has a trail; nil until somebody has looked.
    var isKept: Bool?

    mutating func take(_ rules: [AuditRule]) {
        self.rules = Dictionary(rules.map { ($0.table, $0) }, uniquingKeysWith: { _, later in later })
        forgetShapes()
    }

    /// After tables were changed.
    mutating func forgetShapes() {
        shapes = [:]
        isKept = nil
    }

    func known(_ table: String) -> Shape? { shapes[table] }

    /// - Parameter columns: name and position in the primary key, 0 for none, as the table has them.
    mutating func learn(
        _ table: String, _ columns: [(name: String, position: Int)]
    ) throws(StorageError) -> Shape {
        let names = columns.map(\.name)
        guard let place = names.firstIndex(of: "place") else {
            throw .statement(detail: "the table \(table) has no column place")
        }
        let rule = rules[table]
        let shape = Shape(
            table: table, columns: names, place: place,
            key: columns.indices.filter { $0 != place && columns[$0].position > 0 }
                .sorted { columns[$0].position < columns[$1].position },
            organisation: names.firstIndex(of: table == "organisation" ? "id" : "organisation"),
            hidden: rule?.hidden ?? [], unwatched: rule?.unwatched ?? [])
        shapes[table] = shape
        return shape
    }
}

extension SQLiteTrail.Shape {
    func place(of row: [SeenValue]) -> String { row[place].plain }

    func key(of row: [SeenValue]) -> String { key.map { row[$0].plain }.joined(separator: "/") }

    func organisation(of row: [SeenValue]) -> String? {
        organisation.flatMap { row[$0] == .short(.null) ? nil : row[$0].plain }
    }

    func digest(of row: [SeenValue]) -> String {
        RowDigest.of(
            zip(columns, row).filter { !unwatched.contains($0.0) }.map { (column: $0.0, value: $0.1) })
    }

    /// The columns in which two sides of a change differ, as far as the trail looks.
    func differences(_ before: [SeenValue], _ after: [SeenValue]) -> [Int] {
        columns.indices.filter { before[$0] != after[$0] && !unwatched.contains(columns[$0]) }
    }

    /// One side of a change as the trail keeps it, as JSON.
    func text(of row: [SeenValue], _ columns: [Int]) -> String {
        var members: [String: JSON] = [:]
        for column in columns where row[column] != .short(.null) {
            let name = self.columns[column]
            members[name] = hidden.contains(name) ? .string(AuditRule.notKept) : row[column].json
        }
        return JSON.object(members).canonicalText
    }
}

extension SeenValue {
    /// As a part of a row's key.
    var plain: String {
        switch self {
        case .short(.text(let text)): text
        case .short(.integer(let number)): "\(number)"
        default: ""
        }
    }

    fileprivate var json: JSON {
        switch self {
        case .short(.null): .null
        case .short(.integer(let number)): .number(Double(number))
        case .short(.text(let text)): .string(text)
        case .short(.bytes(let bytes)): .string("(\(bytes.count) bytes)")
        case .long(_, let bytes, _): .string("(\(bytes) bytes)")
        }
    }
}
