import Documents
import Words
import Workbooks

/// Sheets of people of one shape, such as one for each quarter, site or cohort, which are read as one list.
///
/// The names say what the sheets are. With times, one code on two sheets is one person, before and after; with sites and groups
/// it is two people where each sheet counts from 1. Where neither is likelier, that is a question.
struct SheetFamily: Sendable {
    /// Positions among the tables of the workbook, in the order of time where there is one.
    let members: [Int]
    let people: Shared
    let kind: Kind

    /// Sheets for each time, for each site or group, or one for the programme and one for those it is compared with.
    enum Kind: Sendable { case times, groups, comparison }

    /// What one code on two sheets means.
    enum Shared: Sendable {
        case nobody, onePerson, twoPeople
        /// It can't be told, or the sheets are copies or editions of one another.
        case unclear
    }

    /// - Parameter isChosen: whether a person said that the sheets are read together.
    init?(_ roles: [SheetRoles.Role], _ indices: [Int], isChosen: Bool) {
        let plans = indices.map { roles[$0].plan }.compactMap { $0 }
        guard plans.count == indices.count, let first = plans.first,
            isChosen || plans.allSatisfy({ SheetShape(first).isLike(SheetShape($0)) })
        else { return nil }
        // What was before and what after is no list of two groups.
        guard isChosen || !plans.contains(where: { TimedHeader($0.cells.sheet.name)?.point.isStage ?? false }) else {
            return nil
        }
        let names = plans.map { SheetName($0.cells.sheet.name) }
        let times = names.compactMap(\.time)
        let areTimes = times.count == names.count
        let compared = plans.map { SheetFamily.isCompared($0.cells.sheet.name) }
        kind =
            areTimes
            ? .times
            : compared.contains(true) && compared.contains(false)
                && plans.allSatisfy { $0.column(.comparisonGroup) == nil }
                ? .comparison : .groups
        // Months and terms without a year go by the order of the sheets.
        let order =
            areTimes && Set(times).count == times.count
            ? indices.indices.sorted { times[$0].precedes(times[$1]) } : Array(indices.indices)
        members = order.map { indices[$0] }
        let people = SharedPeople(order.map { plans[$0] })
        let found = people.meaning(areTimes: areTimes, isEdition: names.contains(where: \.isEdition))
        self.people = found == .unclear && isChosen ? .twoPeople : found
    }

    /// Whether a sheet is named for people who are compared with: `Control group`, `Waiting list`.
    private static func isCompared(_ name: String) -> Bool {
        GroupWords.meaning(name, isReversed: false) == .comparison
    }

    /// The members as one list.
    func stack(_ roles: [SheetRoles.Role]) -> SheetStack? {
        let plans = members.compactMap { roles[$0].plan }
        return SheetStack(plans, labels: labels(plans), ownCodes: people == .twoPeople || people == .unclear)
    }

    /// The column of what the names add, where they add anything.
    func column(in stack: SheetStack) -> [PlannedColumn] {
        let meaning: Meaning
        switch stack.label {
        case .text: meaning = kind == .comparison ? .comparisonGroup : .characteristic
        case .rank: meaning = .timePoint
        case .none: return []
        }
        return [PlannedColumn(column: stack.nameColumn, header: "Sheet", meaning: meaning, basis: .recognised)]
    }

    /// What the names add to the list: who came from where, or which row of a person is the earlier one.
    private func labels(_ plans: [SheetPlan]) -> [SheetStack.Label] {
        switch kind {
        case .groups:
            let names = plans.map(\.cells.sheet.name)
            // A sheet for each worker bears a person's name.
            guard !names.contains(where: PersonalContent.isPersonsName) else { return names.map { _ in .none } }
            return names.map { .text($0) }
        case .comparison:
            return plans.map { .text(SheetFamily.isCompared($0.cells.sheet.name) ? "Comparison" : "Programme") }
        case .times:
            guard people == .onePerson, plans.allSatisfy({ $0.column(.date) == nil && $0.column(.timePoint) == nil })
            else { return plans.map { _ in .none } }
            return plans.indices.map { .rank($0 + 1) }
        }
    }
}

/// The headings of a sheet of people, as they are compared with those of another.
private struct SheetShape {
    private let all: Set<String>
    private let measures: Set<String>

    init(_ plan: SheetPlan) {
        all = Set(plan.header.headers.map { HeaderText($0.text).fullKey })
        measures = Set(
            plan.columns.filter { [.before, .after, .score].contains($0.meaning) }.map { HeaderText($0.header).fullKey }
        )
    }

    /// The headings of the same scores, and most of the rest; a sheet may have a column of its own.
    func isLike(_ other: SheetShape) -> Bool {
        guard !measures.isEmpty, measures.isSubset(of: other.all), other.measures.isSubset(of: all) else {
            return false
        }
        return all.intersection(other.all).count * 10 >= all.union(other.all).count * 6
    }
}
