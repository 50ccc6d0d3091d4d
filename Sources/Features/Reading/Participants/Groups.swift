import Documents
import Measurement
import Words
import Workbooks

/// Reads who is on the programme and who is compared with them.
struct Groups {
    let plan: SheetPlan
    let merges: Merges
    let people: People

    init(_ plan: SheetPlan, _ merges: Merges, people: People) {
        self.plan = plan
        self.merges = merges
        self.people = people
    }

    func comparison(_ findings: inout Findings) -> Comparison? {
        guard let column = plan.column(.comparisonGroup) else { return nil }
        var texts: [String] = []
        var known: [String: GroupWords.Meaning] = [:]
        for rows in people.rows {
            for row in rows {
                guard let text = plan.cells.text(row, column.column), known[text] == nil, !texts.contains(text) else {
                    continue
                }
                if let meaning = meaning(text, column) { known[text] = meaning }
                if texts.count < 50 { texts.append(text) }
            }
        }
        if known.isEmpty, !texts.isEmpty {
            ask(texts, column, &findings)
            return nil
        }
        let onProgramme = people.rows.map { isOnProgramme($0, column, known, &findings) }
        guard onProgramme.contains(false) else { return nil }
        guard onProgramme.contains(true) else {
            ask(texts, column, &findings)
            return nil
        }
        return Comparison(
            column: column.column, header: column.header,
            programmeText: texts.first { known[$0] == .programme } ?? "",
            comparisonText: texts.first { known[$0] == .comparison } ?? "", onProgramme: onProgramme)
    }

    private func meaning(_ text: String, _ column: PlannedColumn) -> GroupWords.Meaning? {
        for refinement in column.refinements {
            if case .programme(let programme) = refinement {
                return text.lowercased() == programme.lowercased() ? .programme : .comparison
            }
        }
        // A heading that only names groups, such as `Group`, does not say what 1 and 0 stand for.
        if column.isYielding, text == "0" || text == "1" { return nil }
        return GroupWords.meaning(text, isReversed: GroupWords.isReversed(column.header))
    }

    private func isOnProgramme(
        _ rows: [Int], _ column: PlannedColumn, _ known: [String: GroupWords.Meaning], _ findings: inout Findings
    ) -> Bool {
        var found: Bool?
        for row in rows {
            let text = plan.cells.text(row, column.column) ?? ""
            if text.isEmpty, found != nil { continue }
            guard let meaning = known[text] else {
                refuse(row, text, column, expected: "Whether this person is on the programme: yes or no.", &findings)
                continue
            }
            if let earlier = found, earlier != (meaning == .programme) {
                refuse(row, text, column, expected: "The same group as in the person’s other row.", &findings)
            }
            found = found ?? (meaning == .programme)
        }
        return found ?? true
    }

    private func refuse(
        _ row: Int, _ text: String, _ column: PlannedColumn, expected: Phrase, _ findings: inout Findings
    ) {
        findings.add(
            .group, at: plan.cells.reference(row, column.column), found: text, expected: expected,
            mend: "Write in each row which group the person is in.",
            takes: [plan.take(column.column, Meaning.characteristic.rawValue)])
    }

    private func ask(_ texts: [String], _ column: PlannedColumn, _ findings: inout Findings) {
        let choices = texts.prefix(5).map { plan.take(column.column, Refinement.programme($0).code) }
        findings.add(
            .whichGroup, at: plan.header.reference(of: column.column, in: plan.cells),
            found: texts.prefix(5).joined(separator: ", "),
            expected: "To know which of these is the programme.",
            mend: "Write yes and no, or say which text means the programme.",
            takes: choices + [plan.take(column.column, Meaning.characteristic.rawValue)])
    }
}
