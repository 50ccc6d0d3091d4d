import Documents
import FoundationEssentials
import Measurement
import ValueMaps
import Words
import Workbooks

/// Says in a sentence, with the person's own number, how a column is read where that is easily taken the other way.
enum Readings {
    static func add(to plan: inout SheetPlan, _ reader: ValueMapReader, shares: ShareColumns) {
        let rows = reader.outcomeRows
        let quantities = QuantityColumn(reader, scores: nil, shares: shares)
        var ignored = Findings()
        for index in plan.columns.indices {
            guard let column = shares.column(plan.columns[index].meaning) else {
                plan.columns[index].reading = sentence(plan.columns[index].meaning)
                continue
            }
            if plan.columns[index].meaning == .quantityShare, let quantities {
                plan.columns[index].reading = sentence(quantities, column.figures, rows: rows)
                continue
            }
            let read = rows.compactMap { row -> (text: String, share: Decimal)? in
                column.share(row, &ignored).map { (column.figures.shown(row), $0) }
            }
            guard let example = read.first(where: { $0.share > 0 }) ?? read.first else { continue }
            let said = sentence(plan.columns[index].meaning, example.text, example.share)
            plan.columns[index].reading = said.map { doubted($0, column) }
        }
    }

    /// What was taken of the column, and the cell that may be meant otherwise.
    private static func doubted(_ said: Phrase, _ column: ShareColumn) -> Phrase {
        guard let row = column.doubtful.first else { return said }
        var ignored = Findings()
        return
            "\(said) Please look at \(column.figures.reference(row).address): you wrote \(column.figures.shown(row)), and we read it as \(percent: column.share(row, &ignored) ?? 0, places: 2), like the others of the column."
    }

    /// Amounts that stand in thousands or millions by their heading, with the first of them.
    static func addScales(to plan: inout SheetPlan, rows: [Int], merges: Merges) {
        var ignored = Findings()
        for index in plan.columns.indices {
            let figures = NumberColumn(plan, plan.columns[index], merges: merges, rows: rows)
            guard figures.scale != 1 else { continue }
            for row in rows {
                guard case .number(let number, _) = figures.figure(row, &ignored), number != 0 else { continue }
                plan.columns[index].reading =
                    "You wrote \(figures.shown(row)). We read it as \(number, upTo: 2), as the heading says."
                break
            }
        }
    }

    /// The part of a group that changed, with how many that makes.
    private static func sentence(_ quantities: QuantityColumn, _ share: NumberColumn, rows: [Int]) -> Phrase? {
        for row in rows {
            guard let group = quantities.group(row) else { continue }
            return
                "You wrote \(share.shown(row)) of a group of \(group.people, upTo: 2). We read it as: \(group.people * group.share, upTo: 2) changed."
        }
        return nil
    }

    private static func sentence(_ meaning: Meaning, _ text: String, _ share: Decimal) -> Phrase? {
        let rest = 1 - share
        switch meaning {
        case .attribution:
            return
                "You wrote \(text). We read it as: \(percent: share) of the change is due to others, and \(percent: rest) to you."
        case .ownShare:
            return
                "You wrote \(text). We read it as: \(percent: share) of the change is due to you, and \(percent: rest) to others."
        case .deadweight:
            return
                "You wrote \(text). We read it as: \(percent: share) of the change would have happened anyway, without you."
        case .displacement:
            return
                "You wrote \(text). We read it as: \(percent: share) of the change only moved a problem to somebody else."
        case .dropOff:
            return "You wrote \(text). We read it as: \(percent: share) of the change is lost in each later year."
        case .deadweightLow, .displacementLow, .attributionLow, .dropOffLow:
            return "You wrote \(text). We read it as: at least \(percent: share)."
        case .deadweightHigh, .displacementHigh, .attributionHigh, .dropOffHigh:
            return "You wrote \(text). We read it as: at most \(percent: share)."
        default: return nil
        }
    }

    private static func sentence(_ meaning: Meaning) -> Phrase? {
        switch meaning {
        case .duration: "We read these as whole years."
        case .durationMonths: "We read these as months that make whole years."
        case .durationMonthsUp: "We read these as months, and take the next whole year up."
        case .durationMonthsDown: "We read these as months, and take the whole years that they fill."
        case .start: "We read 1 as in the year of the activity, and 2 as in the year after it."
        case .proxy: "We read these as the worth of one of the quantity, for one year."
        case .calculated: "We work this out again, so we do not read it."
        default: nil
        }
    }

    /// The scores of two sheets that were read together, before on the one and after on the other.
    static func add(toEarlier earlier: inout SheetPlan, later: inout SheetPlan, records: ParticipantRecords) {
        add(toPeople: &earlier, records: ParticipantNames(records))
        add(toPeople: &later, records: ParticipantNames(nil))
        var shared: [Set<Int>] = [[], []]
        for measure in records.measures {
            guard case .sheets(let before, let after) = measure.layout else { continue }
            shared[0].insert(before)
            shared[1].insert(after)
            if let index = earlier.columns.firstIndex(where: { $0.column == before }) {
                earlier.columns[index].reading = "We read this as \(measure.name) before."
            }
            if let index = later.columns.firstIndex(where: { $0.column == after }) {
                later.columns[index].reading =
                    measure.higherIsBetter
                    ? "We read this as \(measure.name) after. A higher number is better."
                    : "We read this as \(measure.name) after. A lower number is better."
            }
        }
        leaveOut([.score], of: &earlier, except: shared[0])
        // Who somebody is stands on the first sheet.
        leaveOut([.score, .characteristic, .comparisonGroup], of: &later, except: shared[1])
    }

    private static func leaveOut(_ meanings: Set<Meaning>, of plan: inout SheetPlan, except shared: Set<Int>) {
        for index in plan.columns.indices where meanings.contains(plan.columns[index].meaning) {
            if !shared.contains(plan.columns[index].column) { plan.columns[index].meaning = .notUsed }
        }
    }

    static func add(toPeople plan: inout SheetPlan, records: ParticipantNames) {
        for index in plan.columns.indices {
            let column = plan.columns[index]
            switch column.meaning {
            case .before: plan.columns[index].reading = column.score.map { "We read this as \($0) before." }
            case .after, .score:
                guard let isHigherBetter = records.higherIsBetter[column.column] else { continue }
                let name = column.score ?? column.header
                if column.meaning == .after {
                    plan.columns[index].reading =
                        isHigherBetter
                        ? "We read this as \(name) after. A higher number is better."
                        : "We read this as \(name) after. A lower number is better."
                } else {
                    plan.columns[index].reading =
                        isHigherBetter ? "A higher number is better." : "A lower number is better."
                }
            case .comparisonGroup:
                guard let (programme, comparison) = records.groups else { continue }
                plan.columns[index].reading =
                    "We read \(programme) as on the programme, and \(comparison) as the people you compare them with."
            case .scoreName:
                plan.columns[index].reading = "Each name in this column is read as a score of its own."
            case .leftUnread:
                plan.columns[index].reading = "We did not read this column, because it may tell who somebody is."
            default: continue
            }
        }
    }
}
