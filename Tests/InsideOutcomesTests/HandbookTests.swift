import Publishing
import FoundationEssentials
import Imports
import Testing
import Web

@testable import InsideOutcomes

@Suite struct HandbookTests {
    @Test func `every refusal of the website's own pages has its code in the handbook`() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let page = try String(contentsOfFile: root.path + "/docs/error-codes.md", encoding: .utf8)
        for problem in Problem.accounts + [.takenBack, .uploadsWait, .notAsked, .notRead] {
            #expect(page.contains("| \(problem.code) |"))
        }
    }
}
