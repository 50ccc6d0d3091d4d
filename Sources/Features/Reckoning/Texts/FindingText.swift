import Accounts
import FoundationEssentials
import Measurement
import Valuation
import Words

/// The finding: one sentence on what changed, one on what it is worth. Neither says more than its figures allow.
struct FindingText {
    let changes: [ChangeSection]
    let hasParticipants: Bool
    let ratio: Figure
    let presentValue: Figure
    let inputs: Figure
    /// Whether anything was stated as put in, be it worth nothing.
    let hasInputs: Bool
    let currency: String

    var sentences: [Phrase] { [changed, worth] }

    private var changed: Phrase {
        guard hasParticipants else {
            return "No records of people came with this account, so what changed rests on the provider’s own estimates."
        }
        guard let first = changes.first else {
            return "The records of people hold no measure, so what changed rests on the provider’s own estimates."
        }
        guard changes.count > 1 else { return first.sentence }
        let clear = changes.filter(\.showsClearChange)
        let better = clear.filter(\.isForTheBetter).count
        let worse = clear.count - better
        let early = changes.count - clear.count
        if better == changes.count {
            return better == 2
                ? "Both things that were measured got clearly better."
                : "All \(better) things that were measured got clearly better."
        }
        if clear.isEmpty { return "Of \(changes.count) things that were measured, none shows a clear change yet." }
        var parts: [Phrase] = []
        if better > 0 { parts.append("\(better) clearly better") }
        if worse > 0 { parts.append("\(worse) clearly worse") }
        if early > 0 { parts.append("\(early) too early to say") }
        let list = parts.dropFirst().reduce(parts.first ?? "") { "\($0), \($1)" }
        return "Of \(changes.count) things that were measured: \(list)."
    }

    private var worth: Phrase {
        guard let value = presentValue.value else {
            return "No outcome could be valued."
        }
        guard let ratio = ratio.value, let inputs = inputs.value, inputs > 0 else {
            return hasInputs
                ? "The change is valued at \(money(value)); what was put in is stated as nothing, so no ratio can be given."
                : "The change is valued at \(money(value)); no inputs were stated, so no ratio can be given."
        }
        guard value >= 0 else {
            return
                "The losses are larger than the gains: the change is valued at \(money(value)) for \(money(inputs)) put in."
        }
        let unit = Phrase.Argument.money(1, currency: currency, pence: false)
        if ratio > 0, ratio.rounded(places: 2) == 0 {
            return """
                For each \(unit) put in, less than \(pence(Decimal(1) / 100)) of social value was made, so it is not paid back \
                in these terms.
                """
        }
        guard ratio >= 1 else {
            return """
                For each \(unit) put in, an estimated \(pence(ratio)) of social value was made\(range), so it is not paid \
                back in these terms.
                """
        }
        return "For each \(unit) put in, an estimated \(pence(ratio)) of social value was made\(range)."
    }

    private var range: Phrase {
        guard let low = ratio.low, let high = ratio.high else { return "" }
        return " (it could be from \(pence(low)) to \(pence(high)))"
    }

    private func pence(_ value: Decimal) -> Phrase.Argument { .money(value, currency: currency, pence: true) }

    private func money(_ value: Decimal) -> Phrase.Argument { Wording.money(value, currency) }
}
