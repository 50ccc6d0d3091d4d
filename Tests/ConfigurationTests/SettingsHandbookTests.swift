import Configuration
import FoundationEssentials
import Testing

@Suite struct SettingsHandbookTests {
    @Test func `the handbook has one row for each setting, with its default, form and meaning, and no other`() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path
        let page = try String(contentsOfFile: root + "/docs/settings.md", encoding: .utf8)
        let rows = page.split(separator: "\n").filter { $0.hasPrefix("| `OUTCOMES_") }
        let expected = Setting.all.map { setting in
            "| `\(setting.name)` | \(setting.standard) | \(setting.form) | \(setting.meaning) |"
        }
        #expect(rows.map(String.init) == expected)
    }
}
