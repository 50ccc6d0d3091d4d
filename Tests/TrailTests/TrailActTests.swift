import CanonicalJSON
import FoundationEssentials
import Storage
import Testing

@testable import Trail

struct TrailActTests {
    private func entry(
        _ number: Int, _ request: String, at seconds: Double = 0, by id: String = "anna", name: String = "Anna"
    ) -> TrailEntry {
        TrailEntry(
            number: number, moment: Date(timeIntervalSince1970: seconds),
            author: Author(.person, id: id, client: "192.0.2.1", action: "POST /x", request: request), name: name,
            table: "membership", row: "anna/alder", operation: .changed, before: ["role": "reader"],
            after: ["role": "owner"])
    }

    @Test func `entries of one request are one act, and those of another are not`() {
        let acts = TrailAct.acts(of: [
            entry(5, "b"), entry(4, "b"), entry(3, "a"), entry(2, "b"), entry(1, "b", by: "ben"),
        ])
        #expect(acts.map { $0.entries.map(\.number) } == [[5, 4], [3], [2], [1]])
    }

    @Test func `work without a request is one act while it goes on`() {
        let acts = TrailAct.acts(of: [entry(3, "", at: 200), entry(2, "", at: 199), entry(1, "", at: 100)])
        #expect(acts.map(\.entries.count) == [2, 1])
    }

    @Test(arguments: ["=1+1", "+44 20", "-", "@sum", "a,b", "say \"yes\"", "two\nlines", "Siân Ŵ", ""])
    func `a name is one cell of the file, and never a formula`(name: String) throws {
        let text = String(decoding: TrailFiles.csv([entry(1, "a", name: name)]), as: UTF8.self)
        let cells = cells(of: text)
        #expect(cells.count == 2 && cells.allSatisfy { $0.count == TrailFiles.columns.count })
        let read = cells[1][4]
        #expect(read == name || read == "'" + name)
        #expect(read.first.map { !"=+-@".contains($0) } ?? true)
    }

    /// RFC 4180 read back, by the letter.
    private func cells(of text: String) -> [[String]] {
        var (rows, row, cell, isQuoted) = ([[String]](), [String](), "", false)
        var rest = Array(text.unicodeScalars)[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\"" where isQuoted && rest.first == "\"":
                cell.unicodeScalars.append("\"")
                rest.removeFirst()
            case "\"": isQuoted.toggle()
            case "," where !isQuoted:
                row.append(cell)
                cell = ""
            case "\r" where !isQuoted && rest.first == "\n":
                rest.removeFirst()
                rows.append(row + [cell])
                (row, cell) = ([], "")
            default: cell.unicodeScalars.append(scalar)
            }
        }
        return rows
    }
}
