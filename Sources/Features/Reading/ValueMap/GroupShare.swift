import Documents
import Words
import Workbooks

/// A column with the part of a group that changed: `% who improved`, beside how many are in the group.
enum GroupShare {
    /// Whether a heading asks for such a part. Signs count here that headings are else compared without.
    static func isNamed(_ raw: String) -> Bool {
        let plain = raw.lowercased()
        guard raw.utf8.count <= 120, parts.contains(where: plain.contains) else { return false }
        return changes.contains(where: plain.contains) && !others.contains(where: plain.contains)
    }

    private static let parts = ["%", "percent", "per cent", "proportion", "share of", "rate"]
    private static let changes = [
        "who change", "changed", "improved", "improving", "achiev", "experienc", "with outcome", "with change",
        "of group",
        "of the group", "who benefit", "reporting change", "reporting improvement", "success",
    ]
    /// Words of the shares that reduce a value, which speak of the change too.
    private static let others = [
        "anyway", "without", "other", "attribut", "displac", "drop", "dead", "due to", "because", "counterfactual",
        "lost",
        "each year", "down to", "caused",
    ]

    /// Decides whether the quantity is the group, of which the part changed, or those who changed already.
    static func settle(_ plan: inout SheetPlan) {
        guard let share = plan.columns.firstIndex(where: { $0.meaning == .quantityShare }),
            plan.columns[share].basis != .chosen, let quantity = plan.column(.quantity)
        else { return }
        if !isGroup(quantity), saysChanged(quantity) || hasGroup(plan) { plan.columns[share].meaning = .calculated }
    }

    /// Asks where a quantity may be either.
    static func ask(_ plan: SheetPlan, _ findings: inout Findings) {
        guard let share = plan.column(.quantityShare), share.basis != .chosen, let quantity = plan.column(.quantity),
            !isGroup(quantity)
        else { return }
        findings.add(
            .groupOrChanged, at: plan.header.reference(of: share.column, in: plan.cells),
            found: "\(quantity.header), \(share.header)",
            expected:
                "To know whether the quantity is the whole group, of which this part changed, or those who changed.",
            mend: "Call the column Number in group, or say whether the part is to be used.",
            takes: [
                plan.take(share.column, Meaning.quantityShare.rawValue),
                plan.take(share.column, Meaning.notUsed.rawValue),
            ])
    }

    /// `Number in group`, `No. of people`: looser names of a quantity count everybody.
    private static func isGroup(_ column: PlannedColumn) -> Bool {
        column.isYielding || !Set(HeaderText(column.header).words).isDisjoint(with: groups)
    }

    private static func saysChanged(_ column: PlannedColumn) -> Bool {
        !Set(HeaderText(column.header).words).isDisjoint(with: changing)
    }

    /// Whether another column, which gave way to the quantity, counts the group.
    private static func hasGroup(_ plan: SheetPlan) -> Bool {
        let names = HeaderDictionary.names(of: .valueMap)
        return plan.columns.contains {
            $0.meaning == .notUsed && names.match(HeaderText($0.header)).map { $0.meaning == .quantity } ?? false
        }
    }

    private static let groups = stems(["group", "population", "total", "cohort", "base", "sample"])
    private static let changing = stems(["changed", "achieving", "achieved", "experiencing", "improved", "outcome"])

    private static func stems(_ words: [String]) -> Set<String> { Set(words.flatMap { HeaderText($0).words }) }
}
