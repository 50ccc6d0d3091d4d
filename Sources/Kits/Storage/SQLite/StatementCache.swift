import CSQLite

/// Prepared statements, kept for the next use. The one unused for longest makes room for a new one.
struct StatementCache {
    private struct Entry {
        let statement: OpaquePointer
        var lastUse: Int
    }

    private let capacity = 64
    private var entries: [String: Entry] = [:]
    private var uses = 0

    mutating func find(_ text: String) -> OpaquePointer? {
        guard var entry = entries[text] else { return nil }
        uses += 1
        entry.lastUse = uses
        entries[text] = entry
        return entry.statement
    }

    mutating func keep(_ statement: OpaquePointer, for text: String) {
        if entries.count >= capacity, let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse }) {
            sqlite3_finalize(oldest.value.statement)
            entries[oldest.key] = nil
        }
        uses += 1
        entries[text] = Entry(statement: statement, lastUse: uses)
    }

    mutating func finalizeAll() {
        for entry in entries.values { sqlite3_finalize(entry.statement) }
        entries = [:]
    }
}
