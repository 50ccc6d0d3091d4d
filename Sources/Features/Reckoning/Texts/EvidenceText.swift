import Accounts
import FoundationEssentials
import ValueMaps
import Words

/// Where the records of people stop short: of what is valued, and of what became of everybody.
struct EvidenceText {
    let outcomes: [ResolvedOutcome]
    let changes: [ChangeSection]
    /// How many took part; nil where no records of people came.
    let people: ShownNumber?

    var lines: [Phrase] { claims + lost }

    /// What is named one by one.
    private static let mostNamed = 3

    /// Where more people are valued than the records show.
    private var claims: [Phrase] {
        guard case .count(let count)? = people else { return [] }
        let excesses = ClaimCheck(outcomes: outcomes, changes: changes, people: count).excesses
        var lines = excesses.prefix(Self.mostNamed).map(claim)
        let more = excesses.count - lines.count
        if more > 0 {
            lines.append(
                Phrase(
                    one: "\(more) more outcome is valued for more people than the records show.",
                    other: "\(more) more outcomes are valued for more people than the records show.", count: more))
        }
        return lines
    }

    private func claim(_ excess: ClaimCheck.Excess) -> Phrase {
        let name = Wording.short(excess.outcome.entered.outcome)
        let claimed = Wording.number(excess.outcome.quantity)
        return switch excess.held {
        case .improved(let count, let measured, let measure):
            "Whether “\(name)” is true for all \(claimed): the records show \(count) who improved on “\(Wording.short(measure))”, of \(measured.phrase) measured twice."
        case .measured(let count, let measure):
            "Whether “\(name)” is true for all \(claimed): the records hold \(count) people measured on “\(Wording.short(measure))”."
        case .people(let count):
            "Whether “\(name)” is true for all \(claimed): the records hold \(count) people in all."
        }
    }

    /// People of whom nothing is known but where they began.
    private var lost: [Phrase] {
        guard case .count(let all)? = people else { return [] }
        let lost = changes.filter { $0.notMeasuredTwice.map { $0 != .count(0) } ?? false }
        guard let first = lost.first, let count = first.notMeasuredTwice?.phrase else { return [] }
        if changes.count == 1 {
            return ["What changed for \(count) of the \(all) people: they were not measured again."]
        }
        let named = lost.prefix(Self.mostNamed).compactMap { change -> Phrase? in
            change.notMeasuredTwice.map { "\($0.phrase) (\(Wording.short(change.name)))" }
        }
        let list = named.dropFirst().reduce(named.first ?? "") { "\($0), \($1)" }
        return ["What changed for those of the \(all) people who were not measured again: \(list)."]
    }
}
