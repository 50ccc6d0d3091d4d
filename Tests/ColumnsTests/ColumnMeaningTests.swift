import Testing
import Workbooks

@testable import Columns

@Suite("Names of columns, in the table") struct ColumnMeaningTests {
    @Test func `each belong to one meaning in a sheet`() {
        for kind in TakenSheet.Kind.allCases {
            var owner: [String: Meaning] = [:]
            for entry in ColumnMeaning.choices(for: kind) {
                for name in entry.names + entry.looseNames {
                    let key = HeaderText(name).fullKey
                    #expect(!key.isEmpty, "\(name) has no key")
                    let other = owner[key]
                    #expect(
                        other == nil || other == entry.meaning,
                        "\(name): \(entry.meaning) and \(String(describing: other))")
                    owner[key] = entry.meaning
                }
            }
        }
    }

    @Test func `have at least ten ways to say what matters most`() {
        let most: [Meaning] = [
            .stakeholder, .outcome, .quantity, .proxy, .deadweight, .displacement, .attribution, .dropOff, .duration,
        ]
        for meaning in most {
            let entry = ColumnMeaning.of(meaning, in: .valueMap)
            #expect((entry?.names.count ?? 0) + (entry?.looseNames.count ?? 0) >= 10, "\(meaning)")
        }
    }
}
