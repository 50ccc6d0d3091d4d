import Documents
import FoundationEssentials
import HTML
import Measurement
import ValueMaps
import Words
import Workbooks

/// What a workbook was understood to say, in a few lines.
struct UnderstoodView {
    let understanding: Understanding

    var body: HTML {
        ul {
            li { outcomes }
            li { inputs }
            if let people = understanding.participants {
                li { group(people) }
                for measure in people.measures { li { line(measure) } }
            } else {
                li { "There is no sheet of participants, so nothing was measured." }
            }
            if let left = story { li { left } }
        }
    }

    private var outcomes: Phrase {
        let count = understanding.map.outcomes.count
        let sheets = understanding.map.sheets.joined(separator: ", ")
        return Phrase(
            one: "\(count) outcome, on the sheet \(sheets).", other: "\(count) outcomes, on the sheet \(sheets).",
            count: count)
    }

    private var inputs: Phrase {
        let total = understanding.map.inputs.reduce(Decimal(0)) { $0 + $1.amount.value }
        return "What was put in comes to \(total, currency: understanding.about.currency.value)."
    }

    private func group(_ people: ParticipantRecords) -> Phrase {
        let sheets = people.sheets.joined(separator: ", ")
        guard people.comparison != nil else {
            return Phrase(
                one: "\(people.people) person, on the sheet \(sheets).",
                other: "\(people.people) people, on the sheet \(sheets).", count: people.people)
        }
        let programme = (0..<people.people).count { people.isOnProgramme($0) }
        return
            "\(programme) people on the programme and \(people.people - programme) to compare them with, on the sheet \(sheets)."
    }

    private func line(_ measure: MeasureRecords) -> Phrase {
        let isPaired = measure.before.contains { $0 != nil }
        return switch (isPaired, measure.higherIsBetter) {
        case (true, true): "\(measure.name), before and after. More is better."
        case (true, false): "\(measure.name), before and after. Less is better."
        case (false, true): "\(measure.name), measured one time. More is better."
        case (false, false): "\(measure.name), measured one time. Less is better."
        }
    }

    private var story: Phrase? {
        if understanding.ownWords.story != nil { return "One person’s story, with consent given." }
        return understanding.ownWords.storyLeftOut
            ? "A story is left out, because the workbook doesn’t say that consent was given." : nil
    }
}
