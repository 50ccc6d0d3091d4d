import Documents
import Words
import Workbooks

/// Two sheets about the same people: one with what was measured before, the other with what was measured after.
///
/// Their names say which is which (`Baseline` and `Follow-up`), they share a score, and at least half of the people of the
/// shorter one are on both. Where any of that is missing, which sheet to read stays a question.
struct SheetPair: Sendable {
    /// Positions among the sheets of the workbook.
    let before: Int
    let after: Int

    init?(_ roles: [SheetRoles.Role]) {
        let people = roles.indices.filter { roles[$0].kind == .participants }
        let timed = people.compactMap { index in
            TimedHeader(roles[index].cells.sheet.name).map { (index: index, point: $0.point) }
        }
        guard timed.count > 1, timed.count == people.count,
            timed.allSatisfy({ $0.point.isLike(timed[0].point) }),
            let first = timed.min(by: { $0.point.rank < $1.point.rank }),
            let last = timed.max(by: { $0.point.rank < $1.point.rank }), first.point != last.point,
            let earlier = roles[first.index].plan, let later = roles[last.index].plan,
            SheetPair.isPair(earlier, later)
        else { return nil }
        before = first.index
        after = last.index
    }

    private static func isPair(_ earlier: SheetPlan, _ later: SheetPlan) -> Bool {
        let plans = [earlier, later]
        guard plans.allSatisfy({ plan in plan.column(.person) != nil && !plan.columns.contains { isHalf($0.meaning) } })
        else { return false }
        // Who is on the programme is read of the first sheet.
        guard earlier.column(.comparisonGroup) != nil || later.column(.comparisonGroup) == nil else { return false }
        let scores = plans.map { plan in
            Set(plan.columns.filter { $0.meaning == .score }.map { scoreKey($0.header) })
        }
        guard !scores[0].isDisjoint(with: scores[1]) else { return false }
        let people = plans.map { ParticipantReader($0).people() }
        guard people.allSatisfy({ !$0.isRepeated && !$0.keys.isEmpty }) else { return false }
        let both = Set(people[0].keys).intersection(people[1].keys).count
        return both * 2 >= min(people[0].keys.count, people[1].keys.count)
    }

    /// A sheet that holds before and after by itself is no half of anything.
    private static func isHalf(_ meaning: Meaning) -> Bool {
        meaning == .before || meaning == .after || meaning == .timePoint
    }

    /// A score's heading without the point of time, as it is compared between the sheets.
    static func scoreKey(_ header: String) -> String { HeaderText(scoreName(header)).fullKey }

    static func scoreName(_ header: String) -> String {
        guard let stem = TimedHeader(header)?.stem, !stem.isEmpty else { return header }
        return stem
    }
}
