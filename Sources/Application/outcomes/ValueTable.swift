import FoundationEssentials
import Valuation
import Interchange
import Words

extension ValueCommand {
    /// The result in words, for a person at a terminal.
    func show(_ valued: Valued, _ document: MapDocument, in world: World) {
        let currency = document.map.currency
        func money(_ amount: Decimal) -> Phrase { "\(amount.rounded(places: 2), currency: currency, pence: true)" }
        for (outcome, row) in zip(document.map.outcomes, valued.outcomes) {
            world.say(verbatim: onOneLine("\(outcome.stakeholder): \(outcome.outcome)"))
            world.say("  First year: \(money(row.firstYear))")
            world.say(
                Phrase(
                    one: "  Worth today, over \(row.years.count) year: \(money(row.presentValue))",
                    other: "  Worth today, over \(row.years.count) years: \(money(row.presentValue))",
                    count: row.years.count))
        }
        world.say("Inputs: \(money(valued.inputs))")
        world.say("Present value: \(money(valued.presentValue))")
        world.say("Net present value: \(money(valued.netPresentValue))")
        if let ratio = valued.ratio {
            world.say("Ratio: \(ratio.rounded(places: 2), places: 2) to 1")
        } else {
            world.say("Ratio: none, because nothing was put in")
        }
        if let months = valued.paybackMonths, valued.isPaidBack {
            world.say("Payback: \(months.rounded(places: 1), places: 1) months")
        } else {
            world.say("Payback: not paid back")
        }
        world.say(document.map.convention.phrase)
        if !document.defaults.isEmpty {
            world.say("Not stated, so a default stands in:")
            for path in document.defaults { world.say(verbatim: "  \(path)") }
        }
    }
}

private func onOneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

extension Convention {
    fileprivate var phrase: Phrase {
        switch self {
        case .endOfYear: "Convention: benefits count at the end of each year."
        case .midYear: "Convention: benefits count in the middle of each year."
        case .startOfYear:
            "Convention: benefits count at the start of each year, so the activity year and the year after are not discounted."
        }
    }
}
