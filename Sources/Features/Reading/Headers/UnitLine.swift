import Workbooks

/// Tells a line of units under a header, such as `£`, `%`, `years`, from the first row of figures.
enum UnitLine {
    /// Whether all texts of a row say how a column is counted, and there are at least two of them.
    static func isMade(of texts: [String]) -> Bool { texts.count >= 2 && texts.allSatisfy(isUnit) }

    private static func isUnit(_ text: String) -> Bool {
        guard text.utf8.count <= 40 else { return false }
        let plain = text.lowercased().filter { !"()[].".contains($0) }
        if isRange(plain) { return true }
        let words = plain.split { $0 == " " || $0 == "/" || $0 == "-" }.map(String.init)
        return !words.isEmpty && words.allSatisfy { units.contains($0) || joining.contains($0) }
            && words.contains(where: units.contains)
    }

    /// `0-10`, `1 to 5`: the ends of a score.
    private static func isRange(_ plain: String) -> Bool {
        let ends = plain.replacing("to", with: "-").replacing("\u{2013}", with: "-").split(separator: "-").map {
            $0.filter { $0 != " " }
        }
        guard ends.count == 2 else { return false }
        return ends.allSatisfy { (1...3).contains($0.utf8.count) && $0.unicodeScalars.allSatisfy(isDigit) }
    }

    private static let units: Set<String> = [
        "£", "$", "€", "%", "£k", "gbp", "usd", "eur", "pounds", "euro", "euros", "dollars", "number", "no", "nr", "#",
        "people", "persons", "person", "participants", "families", "households", "years", "year", "yrs", "yr", "months",
        "month", "mths", "days", "weeks", "hours", "hrs", "text", "percent", "percentage", "share", "score", "points",
        "date", "words", "punnoedd", "pobl", "nifer", "blynyddoedd", "misoedd",
    ]
    private static let joining: Set<String> = ["of", "per", "in", "a", "each", "the", "y", "o", "or", "and", "annum"]
}
