import FoundationEssentials
import Testing
import Web

@testable import People

@Suite struct ErrorCodeTests {
    @Test func `the handbook has a row for each problem of signing in, and no other`() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let page = try String(contentsOfFile: root.path + "/docs/error-codes.md", encoding: .utf8)
        let rows = page.split(separator: "\n").filter { $0.hasPrefix("| PLA-") }.map {
            String($0.dropFirst(2).prefix(7))
        }
        #expect(rows == Problem.people.map(\.code))
    }
}
