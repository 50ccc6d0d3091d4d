import Accounts
import Valuation
import Documents
import FoundationEssentials
import Statistics
import Words

/// What changed, with live formulas on each group's count, sum and sum of squares. No row belongs to a person.
struct ChangesSheet {
    let account: Account
    let names: SheetNames

    /// Where each figure of a change and each count of improved stand.
    struct Places {
        var figures: [String: FigureCells] = [:]
        var improved: [Int: String] = [:]
    }

    struct FigureCells {
        var value: String
        var low: String
        var high: String
    }

    private enum Part: CaseIterable { case before, after, change }

    func sheet() -> (sheet: PlannedSheet, places: Places) {
        var draft = SheetDraft(names.changes, widths: [34, 18, 12, 18, 22, 16, 16])
        var places = Places()
        draft.line([.text(names.text("What changed, from counts, sums and sums of squares"), .title)])
        draft.line([.text(names.text("Fewer than 10 people: no sums and no averages are shown."), .note)])
        for section in account.changes {
            draft.skip()
            draft.line([.text(section.name, .subheading)])
            write(section, &draft, &places)
        }
        return (draft.sheet, places)
    }

    private func write(_ section: ChangeSection, _ draft: inout SheetDraft, _ places: inout Places) {
        draft.line(
            (["Group", "Measured", "People", "Sum", "Sum of squares", "Mean", "Standard deviation"] as [Phrase]).map {
                .heading(names.text($0))
            })
        var rows: [Part: [Int]] = [:]
        for group in section.groups {
            let label = names.text(group.isComparison ? "Comparison group" : "On the programme")
            for (part, phrase, sums) in parts(group) {
                rows[part, default: []].append(row(label, names.text(phrase), sums, &draft))
            }
        }
        improved(section, &draft, &places)
        let main: Part = section.groups.count > 1 || rows[.change] == nil ? .after : .change
        for figure in [section.main] + section.beside where figure.value != nil && figure.unit != .share {
            let part: Part = figure.id.hasPrefix("differenceOfChanges") ? .change : main
            places.figures[figure.id] = interval(figure, rows[part] ?? [], section, part, &draft)
        }
        if let rate = section.beside.first(where: { $0.unit == .share }), rate.value != nil {
            places.figures[rate.id] = wilson(rate, section, places.improved[section.number - 1], &draft)
        }
    }

    private func parts(_ group: ChangeGroup) -> [(Part, Phrase, GroupSums.Sums?)] {
        guard group.improved != nil || group.before != nil else { return [(.after, "after", group.sums?.after)] }
        return [
            (.before, "before", group.sums?.before), (.after, "after", group.sums?.after),
            (.change, "change", group.sums?.change),
        ]
    }

    private func row(_ group: String, _ part: String, _ sums: GroupSums.Sums?, _ draft: inout SheetDraft) -> Int {
        let row = draft.next
        guard let sums,
            let moments = try? Moments(count: sums.count, sum: sums.sum, sumOfSquares: sums.sumOfSquares)
        else {
            return draft.line([.text(group), .text(part), .text(names.text("not shown"))])
        }
        let (n, sum, squares) = (draft.here(row, 2), draft.here(row, 3), draft.here(row, 4))
        return draft.line([
            .text(group), .text(part), .input(Decimal(sums.count), .general),
            DraftCell(content: .number(sums.sum), style: .input, format: .number(places: 2)),
            DraftCell(content: .number(sums.sumOfSquares), style: .input, format: .number(places: 2)),
            .formula("\(sum)/\(n)", moments.mean ?? 0, .number(places: 6)),
            .formula(
                "SQRT(MAX(0,(\(squares)-\(sum)^2/\(n))/(\(n)-1)))", moments.standardDeviation ?? 0, .number(places: 6)),
        ])
    }

    private func improved(_ section: ChangeSection, _ draft: inout SheetDraft, _ places: inout Places) {
        for group in section.groups {
            let label = names.text(group.isComparison ? "Comparison group" : "On the programme")
            for (phrase, shown) in [
                ("better" as Phrase, group.improved), ("same", group.same), ("worse", group.worse),
            ] {
                guard let shown else { continue }
                let row = draft.next
                if case .count(let count) = shown {
                    draft.line([.text(label), .text(names.text(phrase)), .input(Decimal(count), .general)])
                    if phrase == "better", !group.isComparison {
                        places.improved[section.number - 1] = draft.reference(row, 2)
                    }
                } else {
                    draft.line([.text(label), .text(names.text(phrase)), .text(names.text(shown.phrase))])
                }
            }
        }
    }

    /// Student's t for 95 %, by the beta distribution, since a spreadsheet's own cuts the degrees of freedom to a whole number.
    private func studentT(_ degrees: String) -> String {
        let beta = "BETAINV(0.95,0.5,\(degrees)/2)"
        return "SQRT(\(degrees)*\(beta)/(1-\(beta)))"
    }

    private func interval(
        _ figure: Figure, _ rows: [Int], _ section: ChangeSection, _ part: Part, _ draft: inout SheetDraft
    ) -> FigureCells? {
        guard let first = rows.first, let value = figure.value, let low = figure.low, let high = figure.high,
            let moments = section.groups.first.flatMap({ self.moments($0, part) })
        else { return nil }
        let start = draft.next
        let format = CellFormat.number(places: 6)
        let (n, mean, deviation) = (draft.here(first, 2), draft.here(first, 5), draft.here(first, 6))
        var valueFormula = mean
        var error = "\(deviation)/SQRT(\(n))"
        var degrees = "\(n)-1"
        var errorValue = (moments.standardDeviation ?? 0) / Double(moments.count).squareRoot()
        var degreesValue = Double(moments.count - 1)
        if rows.count > 1, section.groups.count > 1, let other = self.moments(section.groups[1], part),
            let difference = Difference(of: moments, from: other)
        {
            let (m, otherMean, spread) = (draft.here(rows[1], 2), draft.here(rows[1], 5), draft.here(rows[1], 6))
            valueFormula = "\(mean)-\(otherMean)"
            error = "SQRT(\(deviation)^2/\(n)+\(spread)^2/\(m))"
            let (a, b) = ("\(deviation)^2/\(n)", "\(spread)^2/\(m)")
            degrees = "(\(a)+\(b))^2/((\(a))^2/(\(n)-1)+(\(b))^2/(\(m)-1))"
            errorValue = difference.standardError
            degreesValue = difference.degreesOfFreedom
        }
        let places = figure.unit.places
        draft.line([.text(names.text(figure.name), .label)])
        draft.line([
            .text(names.text("Standard error")), nil, .formula(error, errorValue, format),
        ])
        draft.line([.text(names.text("Degrees of freedom")), nil, .formula(degrees, degreesValue, format)])
        let (errorCell, degreesCell) = (draft.here(start + 1, 2), draft.here(start + 2, 2))
        let margin = "IF(\(errorCell)=0,0,\(studentT(degreesCell))*\(errorCell))"
        draft.line([
            .text(names.text("Figure")), nil,
            .formula("ROUND(\(valueFormula),\(places))", value.double, format),
        ])
        draft.line([
            .text(names.text("Low")), nil, .formula("ROUND(\(valueFormula)-\(margin),\(places))", low.double, format),
        ])
        draft.line([
            .text(names.text("High")), nil, .formula("ROUND(\(valueFormula)+\(margin),\(places))", high.double, format),
        ])
        return FigureCells(
            value: draft.reference(start + 3, 2), low: draft.reference(start + 4, 2),
            high: draft.reference(start + 5, 2))
    }

    private func moments(_ group: ChangeGroup, _ part: Part) -> Moments? {
        let sums =
            switch part {
            case .before: group.sums?.before
            case .after: group.sums?.after
            case .change: group.sums?.change
            }
        guard let sums else { return nil }
        return try? Moments(count: sums.count, sum: sums.sum, sumOfSquares: sums.sumOfSquares)
    }

    private func wilson(_ rate: Figure, _ section: ChangeSection, _ improved: String?, _ draft: inout SheetDraft)
        -> FigureCells?
    {
        guard let improved, let value = rate.value, let low = rate.low, let high = rate.high,
            let pairs = section.groups.first?.sums?.change?.count
        else { return nil }
        let start = draft.next
        let format = CellFormat.percent(places: 2)
        draft.line([.text(names.text(rate.name), .label)])
        draft.line([.text(names.text("People with both values")), nil, .input(Decimal(pairs), .general)])
        let n = draft.here(start + 1, 2)
        let z = "1.959963984540054"
        let share = "\(improved)/\(n)"
        let centre = "(\(share)+\(z)^2/(2*\(n)))/(1+\(z)^2/\(n))"
        let margin = "\(z)/(1+\(z)^2/\(n))*SQRT(\(share)*(1-\(share))/\(n)+\(z)^2/(4*\(n)^2))"
        draft.line([.text(names.text("Share")), nil, .formula("ROUND(\(share),6)", value.double, format)])
        draft.line([
            .text(names.text("Low")), nil, .formula("ROUND(MAX(0,\(centre)-\(margin)),6)", low.double, format),
        ])
        draft.line([
            .text(names.text("High")), nil, .formula("ROUND(MIN(1,\(centre)+\(margin)),6)", high.double, format),
        ])
        return FigureCells(
            value: draft.reference(start + 2, 2), low: draft.reference(start + 3, 2),
            high: draft.reference(start + 4, 2))
    }
}
