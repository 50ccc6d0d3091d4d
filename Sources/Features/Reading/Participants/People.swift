import Documents
import Words
import Workbooks

/// Which rows of a sheet are about the same person, and in what order they were taken.
struct People: Sendable {
    /// The rows of each person, the earliest first, in the order in which the people are first met.
    private(set) var rows: [[Int]] = []
    private(set) var isRepeated = false
    /// What tells each person apart, in the order of `rows`; empty where no column does.
    private(set) var keys: [Key] = []

    /// A code as it is compared. What tells who somebody is, is kept as a hash and only while the sheet is read.
    enum Key: Hashable, Sendable {
        case text(String)
        case number(Double)
        case hash(Int)
        case row(Int)
    }

    init(
        _ plan: SheetPlan, _ merges: Merges, rows all: [Int], dates: DateColumn?, points: TimePoints?,
        findings: inout Findings
    ) {
        guard let person = plan.column(.person) else {
            rows = all.map { [$0] }
            return
        }
        var position: [Key: Int] = [:]
        position.reserveCapacity(all.count)
        for row in all {
            let key = People.key(row, person, plan, merges, &findings)
            if let index = position[key] {
                rows[index].append(row)
                isRepeated = true
            } else {
                position[key] = rows.count
                keys.append(key)
                rows.append([row])
            }
        }
        guard isRepeated else { return }
        let names = ScoreNames(plan, rows: all)
        for index in rows.indices where rows[index].count > 1 {
            guard let names else {
                rows[index] = ordered(rows[index], person, plan, dates, points, &findings)
                continue
            }
            // Lines about different scores are not the same person twice.
            let lines = Dictionary(grouping: rows[index]) { names.index($0) ?? -1 }
            rows[index] = lines.sorted { $0.key < $1.key }.flatMap {
                $0.value.count > 1 ? ordered($0.value, person, plan, dates, points, &findings) : $0.value
            }
        }
    }

    /// The same people with those of their rows alone that fit.
    func only(_ fits: (Int) -> Bool) -> People {
        var people = self
        people.rows = rows.map { $0.filter(fits) }
        return people
    }

    private static func key(
        _ row: Int, _ person: PlannedColumn, _ plan: SheetPlan, _ merges: Merges, _ findings: inout Findings
    ) -> Key {
        let (source, column) = merges.source(row, person.column)
        switch plan.cells.value(source, column) {
        case .number(let number): return person.isPersonal ? .hash(number.hashValue) : .number(number)
        case .text(let raw):
            guard let text = CleanText(raw).oneLine, !NumberWords.missing.contains(text.lowercased()) else { break }
            if !person.isPersonal, !text.hasPrefix("0"), let number = PlainNumber.read(text) { return .number(number) }
            let plain = text.lowercased()
            return person.isPersonal ? .hash(plain.hashValue) : .text(plain)
        case .date(let year, let month, let day): return .text("\(year)-\(month)-\(day)")
        case .empty, .boolean, .error: break
        }
        findings.add(
            .personMissing, at: plan.cells.reference(row, person.column), found: plan.cells.shown(row, person.column),
            expected: "A code for the person that this row is about.",
            mend: "Write the person’s code, or take the row out.")
        return .row(row)
    }

    private func ordered(
        _ own: [Int], _ person: PlannedColumn, _ plan: SheetPlan, _ dates: DateColumn?, _ points: TimePoints?,
        _ findings: inout Findings
    ) -> [Int] {
        var placed: [Int: Int] = [:]
        for row in own {
            let rank = points?.rank(row) ?? dates?.packed(row)
            if let rank, placed[rank] == nil {
                placed[rank] = row
                continue
            }
            // A date or a point that can't be read has its own problem.
            if dates?.isRefused(row) ?? false || points?.isRefused(row) ?? false { continue }
            let earlier = rank.flatMap { placed[$0] } ?? own.first { $0 != row }
            if let earlier, rank != nil || row != own.first { refuse(row, earlier, person, plan, &findings) }
        }
        return placed.count == own.count ? placed.sorted { $0.key < $1.key }.map(\.value) : own
    }

    private func refuse(
        _ row: Int, _ earlier: Int, _ person: PlannedColumn, _ plan: SheetPlan, _ findings: inout Findings
    ) {
        let other = plan.cells.reference(earlier, person.column).address
        let shown = person.isPersonal ? "" : plan.cells.shown(row, person.column)
        findings.add(
            .personTwice, at: plan.cells.reference(row, person.column),
            found: shown.isEmpty ? other : "\(shown) (\(other))",
            expected: "A person once, or on different dates. This one is in \(other) too.",
            mend: "Take one of the two rows out, or write the date of each.")
    }
}
