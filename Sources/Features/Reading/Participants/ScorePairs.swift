import Documents
import Workbooks

/// Finds scores that were taken twice, in two columns whose headers differ in the point of time alone.
enum ScorePairs {
    private struct Candidate {
        let index: Int
        let point: TimedHeader.Point
        let stem: String
    }

    static func settle(_ plan: inout SheetPlan, body: Range<Int>) {
        settleChosen(&plan)
        var groups: [String: [Candidate]] = [:]
        var order: [String] = []
        for index in plan.columns.indices {
            guard let candidate = candidate(index, plan, body) else { continue }
            let key = HeaderText(candidate.stem).fullKey
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(candidate)
        }
        for key in order {
            guard let group = groups[key], let first = group.first else { continue }
            let alike = group.filter { $0.point.isLike(first.point) }
            guard let earliest = alike.min(by: { $0.point.rank < $1.point.rank }),
                let latest = alike.max(by: { $0.point.rank < $1.point.rank }), earliest.point != latest.point
            else { continue }
            let name = earliest.stem.isEmpty ? "Score" : earliest.stem
            for candidate in alike {
                plan.columns[candidate.index].meaning = .notUsed
                plan.columns[candidate.index].basis = .recognised
            }
            set(.before, name, earliest.index, &plan)
            set(.after, name, latest.index, &plan)
        }
    }

    private static func set(_ meaning: Meaning, _ name: String, _ index: Int, _ plan: inout SheetPlan) {
        plan.columns[index].meaning = meaning
        plan.columns[index].score = name
    }

    /// A column that may be one half of a pair: numbers or scores in words, with a point of time in its header or its group.
    private static func candidate(_ index: Int, _ plan: SheetPlan, _ body: Range<Int>) -> Candidate? {
        let column = plan.columns[index]
        guard column.basis != .chosen, column.basis != .remembered, !column.isPersonal else { return nil }
        guard [.score, .characteristic, .notUsed, .date].contains(column.meaning) else { return nil }
        let group = plan.header.group(of: column.column)
        let found: (point: TimedHeader.Point, stem: String)
        if let timed = TimedHeader(column.header) {
            let other = group ?? plan.header.texts(of: column.column).first ?? ""
            found = (timed.point, timed.stem.isEmpty ? other : timed.stem)
        } else if let group, let timed = TimedHeader(group), timed.stem.isEmpty {
            found = (timed.point, column.header)
        } else {
            return nil
        }
        let stem = HeaderText(found.stem)
        guard !stem.words.contains(where: fixed.contains) || stem.words.contains(where: attained.contains) else {
            return nil
        }
        let shape = ColumnShape(plan.cells, column.column, rows: body)
        let values = DistinctTexts(plan.cells, column.column, rows: body)
        let isYesNo = !values.texts.isEmpty && values.texts.allSatisfy { ScoreText.yesNo($0) != nil }
        let isInWords = isYesNo || ScoreText(plan.cells, columns: [column.column], rows: body).isKnown
        guard shape.isNumeric || isInWords, shape.dates == 0, !DayNumbers.stand(in: column, plan.cells, rows: body)
        else { return nil }
        return Candidate(index: index, point: found.point, stem: found.stem)
    }

    /// What does not change by anybody's work.
    private static let fixed: Set<String> = Set(
        ["age", "gender", "sex", "ethnicity", "ethnic"].map { HeaderText($0).key })

    /// A `reading age` is a result and no age.
    private static let attained: Set<String> = Set(
        ["reading", "spelling", "maths", "comprehension", "vocabulary", "language", "developmental"].map {
            HeaderText($0).key
        })

    /// Columns that a person chose as before and after are paired in their order.
    private static func settleChosen(_ plan: inout SheetPlan) {
        func chosen(_ meaning: Meaning) -> [Int] {
            plan.columns.indices.filter {
                plan.columns[$0].meaning == meaning
                    && (plan.columns[$0].basis == .chosen || plan.columns[$0].basis == .remembered)
            }
        }
        for (before, after) in zip(chosen(.before), chosen(.after)) {
            let header = plan.columns[before].header
            let stem = TimedHeader(header)?.stem ?? header
            let name = stem.isEmpty ? plan.columns[after].header : stem
            plan.columns[before].score = name
            plan.columns[after].score = name
        }
    }
}
