import FoundationEssentials
import Testing
import Words
import Workbooks

@Suite struct `Codes of problems` {
    @Test func `stand in the handbook, each with its words`() throws {
        let folder = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let page = try String(contentsOf: URL(filePath: "/\(folder)/docs/error-codes.md"), encoding: .utf8)
        for code in ProblemCode.allCases {
            #expect(
                page.contains("| \(code.rawValue) | \(code.title.key.replacing("’", with: "'")) |"), "\(code.rawValue)")
        }
        let written = page.split(separator: "\n").filter { $0.hasPrefix("| IMP-0") }.count
        #expect(written == ProblemCode.allCases.count)
    }
}
