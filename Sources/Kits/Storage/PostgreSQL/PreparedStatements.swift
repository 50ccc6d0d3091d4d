import CPostgres

/// The names of the statements that the server has prepared for one connection. The one unused for longest makes room for a new one.
struct PreparedStatements {
    /// The same text with values of other types is another statement: a missing value has none.
    struct Key: Hashable {
        let text: String
        let types: [Oid]
    }

    private struct Entry {
        let name: String
        var lastUse: Int
    }

    private let capacity = 128
    private var entries: [Key: Entry] = [:]
    private var uses = 0

    mutating func find(_ key: Key) -> String? {
        guard var entry = entries[key] else { return nil }
        uses += 1
        entry.lastUse = uses
        entries[key] = entry
        return entry.name
    }

    /// The name of a statement that is to go before another one is prepared; nil while there is room.
    mutating func makeRoom() -> String? {
        guard entries.count >= capacity, let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse }) else {
            return nil
        }
        entries[oldest.key] = nil
        return oldest.value.name
    }

    mutating func newName() -> String {
        uses += 1
        return "s\(uses)"
    }

    mutating func keep(_ name: String, for key: Key) {
        entries[key] = Entry(name: name, lastUse: uses)
    }

    mutating func forget(_ key: Key) -> String? {
        entries.removeValue(forKey: key)?.name
    }
}
