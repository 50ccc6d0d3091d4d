import CanonicalJSON
import FoundationEssentials
import Testing

@testable import outcomes

/// The handbook says what the program does, word for word.
@Suite struct HandbookTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private func page(_ path: String) throws -> String {
        try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
    }

    /// The texts of a page that stand between ``` lines of a language.
    private func blocks(_ language: String, of page: String) -> [String] {
        page.split(separator: "```\(language)\n").dropFirst().map { String($0.split(separator: "\n```")[0]) }
    }

    @Test func `the page of commands holds the help of each, in the order of the list`() async throws {
        var help: [String] = []
        for command in Tool.commands {
            let output = await Terminal.run("help", command.name).output
            help.append(String(output.dropLast()))
        }
        #expect(blocks("text", of: try page("docs/commands.md")) == help)
    }

    @Test func `the page on value maps holds a map and the answer to it`() async throws {
        let blocks = blocks("json", of: try page("docs/value-map-json.md"))
        let map = try #require(blocks.first)
        let result = await Terminal.run("value", "-", "--json", input: Array(map.utf8))
        #expect(result.output == blocks[1] + "\n")
        let wrong = map.replacing("\"deadweight\": 0.2", with: "\"deadweight\": 1.3")
        let refused = await Terminal.run("value", "-", "--json", input: Array(wrong.utf8))
        #expect(refused.error == blocks[2] + "\n")
    }

    @Test func `every error code of an engine has one row on the page of codes`() throws {
        let rows = try page("docs/error-codes.md").split(separator: "\n")
        for source in ["Valuation/ValuationError", "Statistics/StatisticsError", "Disclosure/CountTables"] {
            let codes = try page("Sources/Engines/\(source).swift").matches(of: /"([A-Z]{3}-[0-9]{3})"/).map { $0.1 }
            #expect(!codes.isEmpty)
            for code in codes { #expect(rows.count { $0.hasPrefix("| \(code) |") } == 1, "\(code)") }
        }
    }
}
