import FoundationEssentials
import Testing

struct ErrorCodeTests {
    private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    @Test(arguments: [
        "Sources/Kits/Storage/StorageError.swift", "Sources/Kits/Jobs/JobError.swift",
        "Sources/Kits/Backups/BackupError.swift",
    ])
    func `every code stands in the documents, once`(source: String) throws {
        let codes = try text(source).matches(of: /"([A-Z]{3}-[0-9]{3})"/).map { String($0.1) }
        #expect(!codes.isEmpty)
        #expect(Set(codes).count == codes.count)
        let rows = try text("docs/error-codes.md").split(separator: "\n")
        for code in codes {
            #expect(rows.filter { $0.hasPrefix("| \(code) |") }.count == 1, "\(code)")
        }
    }
}
