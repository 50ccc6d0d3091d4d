import FoundationEssentials
import Workbooks

/// Tells the labels of rows that sum up a table.
enum TotalRow {
    private static let labels: Set<String> = Set(
        [
            "Total", "Totals", "Grand total", "Sum", "Sub total", "Subtotal", "Sub-total", "Overall total",
            "Total inputs",
            "Total input", "Total cost", "Total costs", "Total value", "Total outcomes", "Total impact",
            "Total invested",
            "Total present value", "Total investment", "Cyfanswm", "Net present value", "Present value",
            "Social return",
            "SROI ratio", "SROI", "Social return on investment", "Standard deviation", "Std dev", "Std deviation",
            "St dev", "Stdev", "Standard error", "Variance", "Average change", "Mean change", "Percentage improved",
            "Number improved", "Cymedr", "Cyfartaledd",
        ].map { HeaderText($0).fullKey })

    /// Labels that also are the names of something else.
    private static let loose: Set<String> = Set(
        ["Overall", "All", "Average", "Averages", "Mean", "Median", "Mode", "Range", "Count", "Ratio"].map {
            HeaderText($0).fullKey
        })

    private static let words: Set<String> = ["total", "subtotal", "cyfanswm"]

    /// A label that is only ever that of a total: `Total`, `GRAND TOTAL`, `Total 2025/26`.
    static func isLabel(_ text: String) -> Bool {
        guard text.utf8.count <= 60 else { return false }
        let header = HeaderText(text)
        if labels.contains(header.fullKey) || labels.contains(header.key) { return true }
        if header.fullKey.isEmpty { return ["min", "max", "minimum", "maximum"].contains(text.lowercased()) }
        let rest = header.words.filter { !$0.unicodeScalars.allSatisfy(isDigit) }
        return labels.contains(rest.joined(separator: " "))
    }

    /// A label that is that of a total where nothing else is named beside it: `Overall`, `Average`.
    static func isLooseLabel(_ text: String) -> Bool {
        text.utf8.count <= 60 && loose.contains(HeaderText(text).fullKey)
    }

    /// A label that begins or ends with the word for an average or a count: `North average`.
    static func isLooseBegun(_ text: String) -> Bool {
        let words = HeaderText(text).words
        return text.utf8.count <= 60 && [words.first, words.last].contains { $0.map(loose.contains) ?? false }
    }

    /// A label that is that of a total right under another one; elsewhere it may be somebody's initials.
    static func isBriefLabel(_ text: String) -> Bool {
        ["n", "n=", "sd", "s.d.", "se", "s.e."].contains(text.lowercased())
    }

    /// A label that may be that of a total: it holds the word.
    static func mayBeLabel(_ text: String) -> Bool {
        text.utf8.count <= 60 && HeaderText(text).words.contains { words.contains($0) }
    }
}
