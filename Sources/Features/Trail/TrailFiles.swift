import CanonicalJSON
import Storage
import FoundationEssentials

/// The trail as files, for those who look at it with their own tools.
enum TrailFiles {
    static let columns = [
        "number", "time", "kind", "actor", "name", "from", "action", "request", "table", "row", "operation", "before",
        "after",
    ]

    /// RFC 4180, in UTF-8.
    static func csv(_ entries: [TrailEntry]) -> [UInt8] {
        let lines = [columns] + entries.map(line)
        return Array(lines.map { $0.map(field).joined(separator: ",") + "\r\n" }.joined().utf8)
    }

    static func json(_ entries: [TrailEntry]) -> [UInt8] {
        let list: [JSON] = entries.map { entry in
            [
                "number": .integer(entry.number), "time": .string(entry.moment.formatted(.iso8601)),
                "kind": .string(entry.author.kind.rawValue), "actor": .text(entry.author.id), "name": .text(entry.name),
                "from": .string(entry.author.client), "action": .string(entry.author.action),
                "request": .string(entry.author.request), "table": .string(entry.table), "row": .string(entry.row),
                "operation": .string(entry.operation.rawValue),
                "before": entry.before.isEmpty ? .null : .object(entry.before),
                "after": entry.after.isEmpty ? .null : .object(entry.after),
            ]
        }
        return JSON.array(list).canonical
    }

    private static func line(_ entry: TrailEntry) -> [String] {
        [
            "\(entry.number)", entry.moment.formatted(.iso8601), entry.author.kind.rawValue, entry.author.id ?? "",
            entry.name ?? "", entry.author.client, entry.author.action, entry.author.request, entry.table, entry.row,
            entry.operation.rawValue, entry.before.isEmpty ? "" : JSON.object(entry.before).canonicalText,
            entry.after.isEmpty ? "" : JSON.object(entry.after).canonicalText,
        ]
    }

    /// What a spreadsheet would take for a formula gets an apostrophe in front: names and titles are typed by people.
    private static func field(_ text: String) -> String {
        var text = text
        if let first = text.first, "=+-@\t\r".contains(first) { text = "'" + text }
        guard text.contains(where: { "\",\r\n".contains($0) }) || text.contains("\r\n") else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
