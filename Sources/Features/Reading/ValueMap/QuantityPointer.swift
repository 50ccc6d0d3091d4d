import Documents
import Workbooks

/// A quantity in words that points to the participants' sheet: `people who improved on Earnings`, `all participants`.
enum QuantityPointer: Sendable, Equatable {
    case participants
    /// The name of the score as it was typed; empty where none was named.
    case improved(String)

    init?(_ text: String) {
        guard text.utf8.count <= 200 else { return nil }
        let plain = text.lowercased()
        if let found = QuantityPointer.improving.lazy.compactMap({ plain.firstRange(of: $0) }).first {
            // Lower-casing may change the length of a text in rare scripts, so the rest is counted from its end.
            let length = plain[found.upperBound...].count
            var rest = NumberWords.trimmed(String(text.suffix(length)))
            for word in ["on ", "in ", "their ", "at ", "with ", "the "] where rest.lowercased().hasPrefix(word) {
                rest = NumberWords.trimmed(String(rest.dropFirst(word.count)))
            }
            self = .improved(rest)
            return
        }
        let words = HeaderText(text).key
        guard QuantityPointer.everybody.contains(words) else { return nil }
        self = .participants
    }

    private static let improving = [
        "who improved", "improved on", "improved in", "improving on", "improvers on", "improved",
        "a wellodd ar", "wellodd ar",
    ]

    private static let everybody: Set<String> = Set(
        [
            "All participants", "Participants", "Number of participants", "People", "All people", "Everyone",
            "Everybody",
            "Participants sheet", "See participants", "See participants sheet", "All people on the programme",
            "People on the programme", "Number of people", "Count of participants", "All", "From participants",
            "From participants sheet", "No. of participants", "All clients", "Clients", "Pawb",
        ].map { HeaderText($0).key })

    /// The score that the words mean, among the names that the participants' sheet has.
    static func measure(_ typed: String, among names: [String]) -> String? {
        let wanted = HeaderText(typed)
        if wanted.fullKey.isEmpty { return names.count == 1 ? names.first : nil }
        if let same = names.first(where: { HeaderText($0).fullKey == wanted.fullKey }) { return same }
        let words = Set(wanted.words).subtracting(loose)
        let alike = names.filter { Set(HeaderText($0).words).subtracting(loose) == words }
        if alike.count == 1 { return alike.first }
        let holding = names.filter { !words.isEmpty && words.isSubset(of: HeaderText($0).words) }
        if holding.count == 1 { return holding.first }
        let mistyped = names.filter {
            editDistance(
                Array(HeaderText($0).fullKey.utf8), Array(wanted.fullKey.utf8),
                limit: wanted.fullKey.utf8.count > 8 ? 2 : 1)
                != nil
        }
        return mistyped.count == 1 ? mistyped.first : nil
    }

    private static let loose: Set<String> = Set(
        ["score", "scores", "scale", "total", "measure", "raw", "metric"].map { HeaderText($0).key })
}
