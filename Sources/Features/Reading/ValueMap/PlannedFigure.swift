import Workbooks

/// Headings that say whether a figure was hoped for or found: `Target number`, `Actual number`.
enum PlannedFigure {
    static func isNamed(_ header: String) -> Bool {
        !Set(HeaderText(header).words).isDisjoint(with: planned)
    }

    /// The heading without such a word; nil where it has none, or nothing else.
    static func plain(_ header: String) -> HeaderText? {
        let words = header.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        let rest = words.filter { word in
            !HeaderText(word).words.contains { planned.contains($0) || found.contains($0) }
        }
        return rest.count < words.count && !rest.isEmpty ? HeaderText(rest.joined(separator: " ")) : nil
    }

    private static let planned = stems([
        "target", "planned", "predicted", "expected", "forecast", "projected", "proposed",
    ])
    private static let found = stems(["actual", "achieved", "observed"])

    private static func stems(_ words: [String]) -> Set<String> { Set(words.flatMap { HeaderText($0).words }) }
}
