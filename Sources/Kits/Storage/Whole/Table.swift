/// A table as the database's own catalogue describes it, for what works on every table alike.
package struct Table: Sendable, Equatable {
    package let name: String
    /// Those that are kept, in the order of their names, which is the same on every database. A generated column is not among them.
    package let columns: [String]
    /// The columns of the primary key, in its order.
    let key: [String]
    /// The tables that its foreign keys point to.
    let pointsTo: Set<String>

    /// All rows, in the order of the primary key.
    var allRows: SQL { "SELECT \(list(columns)) FROM \(name: name) ORDER BY \(list(key.isEmpty ? columns : key))" }

    /// The tables in an order in which each comes after those that it points to, as far as they don't point to each other.
    static func inOrder(_ tables: [Table]) -> [Table] {
        var waiting = tables.sorted { $0.name < $1.name }
        var ordered: [Table] = []
        while !waiting.isEmpty {
            let absent = Set(waiting.map(\.name))
            let next = waiting.firstIndex { $0.pointsTo.isDisjoint(with: absent.subtracting([$0.name])) } ?? 0
            ordered.append(waiting.remove(at: next))
        }
        return ordered
    }
}

/// Names with a comma between them.
func list(_ names: [String]) -> SQL {
    names.dropFirst().reduce(names.first.map { "\(name: $0)" } ?? "") { "\($0), \(name: $1)" }
}

extension SQL.StringInterpolation {
    /// The name of a table or a column, as the catalogue has it, in quotes. A store writes its names itself.
    mutating func appendInterpolation(name: String) {
        appendLiteral("\"\(name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\"")
    }
}
