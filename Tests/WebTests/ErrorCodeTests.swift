import FoundationEssentials
import Testing

@testable import Web

@Suite struct ErrorCodeTests {
    @Test func `the handbook has a row for each problem of the web, and no other`() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let page = try String(contentsOfFile: root.path + "/docs/error-codes.md", encoding: .utf8)
        let rows = page.split(separator: "\n").filter { $0.hasPrefix("| WEB-") }.map {
            String($0.dropFirst(2).prefix(7))
        }
        #expect(rows == Problem.web.map(\.code))
    }
}
