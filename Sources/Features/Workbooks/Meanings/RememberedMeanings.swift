/// What people said that their columns mean, so that the next file with the same headers is read the same way.
///
/// A pure value: whoever keeps it decides where. Headers are compared without regard to case, punctuation and plurals.
package struct RememberedMeanings: Sendable, Equatable {
    package struct Entry: Sendable, Hashable {
        package let sheet: TakenSheet.Kind
        package let header: String
        package let meaning: String

        package init(sheet: TakenSheet.Kind, header: String, meaning: String) {
            self.sheet = sheet
            self.header = header
            self.meaning = meaning
        }
    }

    private var meanings: [TakenSheet.Kind: [String: String]] = [:]

    package init() {}

    /// Entries with a header without letters or with an unknown meaning are dropped: there is nothing to match them by.
    package init(_ entries: [Entry]) {
        for entry in entries { remember(entry.meaning, for: entry.header, in: entry.sheet) }
    }

    /// Everything remembered, in an order that does not depend on when it was learned.
    package var entries: [Entry] {
        meanings.flatMap { sheet, known in
            known.map { Entry(sheet: sheet, header: $0.key, meaning: $0.value) }
        }.sorted { ($0.sheet.rawValue, $0.header) < ($1.sheet.rawValue, $1.header) }
    }

    package func meaning(of header: String, in sheet: TakenSheet.Kind) -> String? {
        meanings[sheet]?[HeaderText(header).key]
    }

    package mutating func remember(_ meaning: String, for header: String, in sheet: TakenSheet.Kind) {
        let key = HeaderText(header).key
        guard !key.isEmpty, Meaning(rawValue: meaning) != nil else { return }
        meanings[sheet, default: [:]][key] = meaning
    }

    /// Learns every column that a person chose in this import.
    package mutating func remember(chosenIn sheets: [TakenSheet]) {
        for sheet in sheets {
            for column in sheet.columns where column.basis == .chosen {
                remember(column.meaning, for: column.header, in: sheet.kind)
            }
        }
    }
}
