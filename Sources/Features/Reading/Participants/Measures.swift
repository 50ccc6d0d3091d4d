import Documents
import FoundationEssentials
import Measurement
import Words
import Workbooks

/// Reads the scores of people: pairs of columns, one column by dates, or one column alone.
struct Measures {
    let plan: SheetPlan
    let merges: Merges
    let rows: [Int]
    let people: People
    /// The column that orders the rows of a person, where people have several.
    let ordering: Int?
    /// What the rows are about, where they are those of one score among others.
    let about: String?

    init(
        _ plan: SheetPlan, _ merges: Merges, rows: [Int], people: People, ordering: Int?, about: String? = nil
    ) {
        self.plan = plan
        self.merges = merges
        self.rows = rows
        self.people = people
        self.ordering = ordering
        self.about = about
    }

    func records(_ findings: inout Findings) -> [MeasureRecords] {
        guard let names = ScoreNames(plan, rows: rows) else { return named(all(&findings)) }
        return named(
            names.names.indices.flatMap { index in
                let own = Measures(
                    plan, merges, rows: rows.filter { names.index($0) == index },
                    people: people.only { names.index($0) == index }, ordering: ordering, about: names.names[index])
                return own.all(&findings).map { record in
                    var record = record
                    record.only = RowCondition(column: names.column, text: names.names[index])
                    return record
                }
            })
    }

    /// What a score is called: by its heading, or by the name that its rows bear.
    private func name(_ heading: String) -> String {
        guard let about else { return heading }
        return plan.columns.count { [.after, .score].contains($0.meaning) } == 1 ? about : "\(about): \(heading)"
    }

    private func all(_ findings: inout Findings) -> [MeasureRecords] {
        var found: [MeasureRecords] = []
        for column in plan.columns {
            switch column.meaning {
            case .after:
                let before = plan.columns.first {
                    $0.meaning == .before && $0.score == column.score && column.score != nil
                }
                found.append(pair(before, column, &findings))
            case .score: found.append(single(column, &findings))
            case .before
            where !plan.columns.contains(where: {
                $0.meaning == .after && $0.score == column.score && column.score != nil
            }):
                findings.add(
                    .pairIncomplete, at: plan.header.reference(of: column.column, in: plan.cells), found: column.header,
                    expected: "A column with the same score after.",
                    mend: "Say which column holds the score after, or take this column for something else.",
                    takes: [
                        plan.take(column.column, Meaning.score.rawValue),
                        plan.take(column.column, Meaning.notUsed.rawValue),
                    ])
            default: continue
            }
        }
        return found
    }

    private func pair(_ before: PlannedColumn?, _ after: PlannedColumn, _ findings: inout Findings) -> MeasureRecords {
        let words = ScoreText(plan.cells, columns: [after.column] + (before.map { [$0.column] } ?? []), rows: plan.body)
        var first = before.map { values($0, words, &findings) }
        var second = values(after, words, &findings)
        let name = after.score ?? after.header
        let metric = certainlyRaw(name, (first ?? []) + second, [before, after])
        if let metric {
            first = first?.map { $0.flatMap(metric.score) }
            second = second.map { $0.flatMap(metric.score) }
        }
        return record(
            name, before: before, after: after, words: words, isTurned: metric != nil,
            layout: .columns(before: before?.column, after: after.column),
            // People with several rows: the first row that has a score before, the last that has one after.
            beforeValues: people.rows.map { rows in rows.lazy.compactMap { first?[$0] }.first },
            afterValues: people.rows.map { rows in rows.reversed().lazy.compactMap { second[$0] }.first }, &findings)
    }

    private func single(_ column: PlannedColumn, _ findings: inout Findings) -> MeasureRecords {
        let words = ScoreText(plan.cells, columns: [column.column], rows: plan.body)
        var values = values(column, words, &findings)
        let metric = certainlyRaw(column.header, values, [column])
        if let metric { values = values.map { $0.flatMap(metric.score) } }
        guard people.isRepeated, let ordering else {
            return record(
                column.header, before: nil, after: column, words: words, isTurned: metric != nil,
                layout: .columns(before: nil, after: column.column),
                beforeValues: people.rows.map { _ in nil },
                afterValues: people.rows.map { $0.first.flatMap { values[$0] } }, &findings)
        }
        return record(
            column.header, before: nil, after: column, words: words, isTurned: metric != nil,
            layout: .dated(column: column.column, date: ordering),
            beforeValues: people.rows.map { $0.first.flatMap { values[$0] } },
            afterValues: people.rows.map { $0.count > 1 ? $0.last.flatMap { values[$0] } : nil }, &findings)
    }

    private func record(
        _ name: String, before: PlannedColumn?, after: PlannedColumn, words: ScoreText, isTurned: Bool,
        layout: MeasureRecords.Layout,
        beforeValues: [Double?], afterValues: [Double?], _ findings: inout Findings
    ) -> MeasureRecords {
        if words.areTicks { findings.note("An empty cell of \(name) is read as no, because the others hold ticks.") }
        let name = self.name(name)
        let instrument = Instrument.named(name)
        let isConverted = isTurned || isRaw(after) || (before.map(isRaw) ?? false)
        if isConverted {
            findings.note(
                "The scores of \(name) are raw totals. We turned each into its metric score by the published table, because raw totals of this questionnaire must not be averaged."
            )
        }
        let refinements = (before?.refinements ?? []) + after.refinements
        let higher =
            refinements.contains(.higherIsBetter)
            || (!refinements.contains(.lowerIsBetter) && Direction.higherIsBetter(name + " " + after.header))
        return MeasureRecords(
            name: isConverted ? MetricScores.name(name) : name, beforeHeader: before?.header, afterHeader: after.header,
            layout: layout,
            currency: MeasureCurrency(plan).code(name, columns: [after.column] + (before.map { [$0.column] } ?? [])),
            higherIsBetter: higher, threshold: instrument?.threshold, isConverted: isConverted, answers: words.answers,
            before: beforeValues,
            after: afterValues)
    }

    /// The numbers of a column by row. Words are read by the same rules as in the value map.
    private func values(_ column: PlannedColumn, _ scores: ScoreText, _ findings: inout Findings) -> [Double?] {
        let sheet = plan.cells.sheet
        let width = sheet.columnCount
        let kinds = sheet.kinds
        let numbers = sheet.numbers
        let strings = sheet.strings
        var values = [Double?](repeating: nil, count: sheet.rowCount)
        var words: NumberColumn?
        for row in rows {
            let index = row * width + column.column
            if kinds[index] == Sheet.Kind.number.rawValue, numbers[index].isFinite {
                values[row] = numbers[index]
                continue
            }
            if kinds[index] == Sheet.Kind.empty.rawValue {
                if scores.areTicks { values[row] = 0 }
                continue
            }
            if kinds[index] == Sheet.Kind.boolean.rawValue {
                values[row] = numbers[index]
                continue
            }
            if kinds[index] == Sheet.Kind.text.rawValue, let plain = PlainNumber.read(strings[Int(numbers[index])]) {
                values[row] = plain
                continue
            }
            if kinds[index] == Sheet.Kind.text.rawValue,
                let score = scores.score(CleanText(strings[Int(numbers[index])]).oneLine ?? "")
            {
                values[row] = score
                continue
            }
            if scores.areTicks, plan.cells.isEmpty(row, column.column) {
                values[row] = 0
                continue
            }
            if let text = plan.cells.text(row, column.column)?.lowercased(), NumberWords.notMeasured.contains(text) {
                continue
            }
            let figures = words ?? NumberColumn(plan, column, merges: Merges.none, rows: rows, isScore: true)
            words = figures
            if case .number(let number, _) = figures.figure(row, &findings) { values[row] = Double("\(number)") }
        }
        values = MissingCodes(plan, column, rows: rows).known(values, &findings)
        return isRaw(column) ? converted(values, column, &findings) : values
    }

    /// What turns the values of a questionnaire into metric scores, where they can only be raw totals though no heading says so.
    private func certainlyRaw(_ name: String, _ values: [Double?], _ columns: [PlannedColumn?]) -> MetricScores? {
        let headers = columns.compactMap { $0?.header }
        guard let metric = Instrument.named(name)?.metric, !headers.contains(where: MetricScores.saysMetric),
            !headers.contains(where: MetricScores.saysRaw), metric.areRaw(values.compactMap { $0 })
        else { return nil }
        return metric
    }

    /// Whether a column holds raw totals that are to be turned into metric scores.
    private func isRaw(_ column: PlannedColumn) -> Bool {
        MetricScores.saysRaw(column.header) && Instrument.named(column.header)?.metric != nil
    }

    private func converted(_ values: [Double?], _ column: PlannedColumn, _ findings: inout Findings) -> [Double?] {
        guard let metric = Instrument.named(column.header)?.metric else { return values }
        var values = values
        for row in rows {
            guard let raw = values[row] else { continue }
            values[row] = metric.score(of: raw)
            guard values[row] == nil else { continue }
            findings.add(
                .notAScore, at: plan.cells.reference(row, column.column), found: plan.cells.shown(row, column.column),
                expected: "A raw total of this questionnaire: a whole number from 7 to 35.",
                mend: "Correct the total, or empty the cell where it is not known.")
        }
        return values
    }

    /// Gives each measure a name of its own, because figures and quantities are found by it.
    private func named(_ records: [MeasureRecords]) -> [MeasureRecords] {
        var taken: Set<String> = []
        return records.map { record in
            var record = record
            if taken.contains(record.name) {
                record.name += " (\(record.afterHeader))"
                var number = 2
                let base = record.name
                while taken.contains(record.name) {
                    record.name = "\(base) \(number)"
                    number += 1
                }
            }
            taken.insert(record.name)
            return record
        }
    }
}
