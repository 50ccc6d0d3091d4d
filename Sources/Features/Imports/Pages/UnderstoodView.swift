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
        let place = place(understanding.map.sheets)
        return Phrase(one: "\(count) outcome, \(place).", other: "\(count) outcomes, \(place).", count: count)
    }

    private func place(_ sheets: [String]) -> Phrase {
        guard let last = sheets.last, sheets.count > 1 else { return "on the sheet \(sheets.first ?? "")" }
        return "on the sheets \(sheets.dropLast().joined(separator: ", ")) and \(last)"
    }

    private var inputs: Phrase {
        let total = understanding.map.inputs.reduce(Decimal(0)) { $0 + $1.amount.value }
        return "What was put in comes to \(total, currency: understanding.about.currency.value)."
    }

    private func group(_ people: ParticipantRecords) -> Phrase {
        let place = place(people.sheets)
        guard people.comparison != nil else {
            return Phrase(
                one: "\(people.people) person, \(place).", other: "\(people.people) people, \(place).",
                count: people.people)
        }
        let programme = (0..<people.people).count { people.isOnProgramme($0) }
        return
            "\(programme) people on the programme and \(people.people - programme) to compare them with, \(place)."
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
