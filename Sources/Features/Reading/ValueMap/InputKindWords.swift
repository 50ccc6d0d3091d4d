import Valuation
import Workbooks

/// Tells from words whether an input is cash or in kind.
enum InputKindWords {
    /// What a column for it says.
    static func stated(_ text: String) -> Input.Kind? {
        let key = HeaderText(text).key
        if inKindStatements.contains(key) { return .inKind }
        if cashStatements.contains(key) { return .cash }
        return described(text)
    }

    /// What a description gives away; nil where it could be either.
    static func described(_ text: String) -> Input.Kind? {
        let words = HeaderText(text).words
        let joined = " " + words.joined(separator: " ") + " "
        if inKind.contains(where: { joined.contains(" " + $0 + " ") }) { return .inKind }
        if words.contains(where: cash.contains) { return .cash }
        if words.count <= 3, words.last == time || words.contains(where: given.contains) { return .inKind }
        return nil
    }

    static func areVolunteers(_ stakeholder: String) -> Bool {
        !Set(HeaderText(stakeholder).words).isDisjoint(with: volunteers)
    }

    private static let volunteers: Set<String> = [stem("volunteers"), stem("gwirfoddolwyr")]

    private static func stem(_ word: String) -> String { HeaderText(word).key }

    private static let inKindStatements: Set<String> = Set(
        [
            "in kind", "in-kind", "kind", "time", "goods", "yes", "donated", "non-cash", "non-financial",
            "mewn nwyddau", "mewn nwyddau neu amser",
        ]
        .map(stem))
    private static let cashStatements: Set<String> = Set(
        ["cash", "money", "financial", "paid", "no", "£", "arian", "arian parod"].map(stem))

    private static let inKind: [String] = [
        "in kind", "volunteer time", "volunteer hours", "donated", "donation of", "pro bono", "unpaid", "free use",
        "gifts in kind", "gift in kind", "their time", "time given", "goods", "mewn nwyddau", "amser gwirfoddolwyr",
        "eu hamser",
    ].map(stem)

    /// Words for what was given, unless money is spoken of too.
    private static let given: Set<String> = Set(["volunteering", "volunteered", "volunteers"].map(stem))
    private static let time = stem("time")

    private static let cash: Set<String> = Set(
        [
            "salary", "salaries", "wage", "wages", "cost", "costs", "grant", "grants", "funding", "fund", "cash",
            "budget",
            "expenses", "money", "fee", "fees", "contract", "rent", "staff", "payroll", "purchase",
        ].map(stem))
}
