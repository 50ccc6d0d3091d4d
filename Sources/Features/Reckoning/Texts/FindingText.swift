import Accounts
import FoundationEssentials
import Measurement
import Valuation
import Words

/// The finding: one sentence on what changed, one on what it is worth. Neither says more than its figures allow.
struct FindingText {
    let changes: [ChangeSection]
    let hasParticipants: Bool
    let hasComparison: Bool
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
        let early = changes.filter { !$0.showsClearChange }
        let better = changes.filter { $0.showsClearChange && $0.isForTheBetter }
        let worse = changes.filter { $0.showsClearChange && !$0.isForTheBetter }
        if better.count == changes.count {
            return better.count == 2
                ? "Both things that were measured got clearly better, on average: \(figures(better))."
                : "All \(better.count) things that were measured got clearly better, on average: \(figures(better))."
        }
        if early.count == changes.count {
            return "Of \(changes.count) things that were measured, none shows a clear change yet: \(names(early))."
        }
        var parts: [Phrase] = []
        if !better.isEmpty { parts.append("\(better.count) clearly better (\(figures(better)))") }
        if !worse.isEmpty { parts.append("\(worse.count) clearly worse (\(figures(worse)))") }
        if !early.isEmpty { parts.append("\(early.count) too early to say (\(names(early)))") }
        return "Of \(changes.count) things that were measured: \(list(parts))."
    }

    /// What the finding can't tell, where something changed and nobody is there to compare with.
    var limit: Phrase? {
        guard changes.contains(where: \.showsChange), !changes.contains(where: { $0.groups.count > 1 }) else {
            return nil
        }
        return hasComparison
            ? "The comparison group is too small to compare with, so this account can’t tell how much of the change is due to the service."
            : "There is no comparison group, so this account can’t tell how much of the change is due to the service."
    }

    /// The measures that a sentence has room to name.
    private static let mostNamed = 2

    /// "“WEMWBS” 2.31 points higher", for the first of them.
    private func figures(_ changes: [ChangeSection]) -> Phrase {
        named(changes) { change in
            let figure: Phrase = "“\(Wording.short(change.name))” \(change.main.reading)"
            let told = change.main.direction.map { "\(figure) \($0)" as Phrase } ?? figure
            return change.groups.count > 1 ? "\(told) than in the comparison group" : told
        }
    }

    private func names(_ changes: [ChangeSection]) -> Phrase { named(changes) { "“\(Wording.short($0.name))”" } }

    private func named(_ changes: [ChangeSection], _ name: (ChangeSection) -> Phrase) -> Phrase {
        let some = list(changes.prefix(Self.mostNamed).map(name))
        return changes.count > Self.mostNamed ? "\(some) and \(changes.count - Self.mostNamed) more" : some
    }

    private func list(_ parts: [Phrase]) -> Phrase {
        parts.dropFirst().reduce(parts.first ?? "") { "\($0), \($1)" }
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
