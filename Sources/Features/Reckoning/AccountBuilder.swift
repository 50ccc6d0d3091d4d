package import Accounts
import Documents
import FoundationEssentials
import Measurement
import Statistics
import ValueMaps
import Valuation
import Words
package import Workbooks

extension Account {
    /// Makes the account of a workbook that was understood. The same understanding and facts give the same account.
    package init(of understanding: Understanding, facts: AccountFacts) throws(AccountError) {
        let builder = AccountBuilder(understanding: understanding)
        self = try builder.account(facts: facts)
    }
}

/// Puts the sections of an account together.
struct AccountBuilder {
    let understanding: Understanding

    private func cell(of outcome: ResolvedOutcome) -> CellReference? {
        if case .cell(let cell) = outcome.entered.proxy.origin { cell } else { nil }
    }

    func account(facts: AccountFacts) throws(AccountError) -> Account {
        let about = understanding.about
        let currency = about.currency.value
        var people: PeopleBuilder?
        if let records = understanding.participants { people = try PeopleBuilder(records: records) }
        let changes = people?.changes() ?? []
        let resolver = QuantityResolver(people: people)
        let (outcomes, unvalued) = resolver.resolve(understanding.map.outcomes)
        let map = ValueMap(
            currency: currency, discountRate: about.discountRate.value, convention: about.convention.value,
            inputs: understanding.map.inputs.map {
                Input(
                    stakeholder: $0.stakeholder, amount: $0.amount.value, kind: $0.kind.value, year: $0.year.value)
            },
            outcomes: outcomes.map(\.bare))
        let (ranges, bases) = RangeBuilder(outcomes: outcomes).ranges()
        let valued: Valued
        let sensitivity: Sensitivity?
        do {
            valued = try value(map)
            sensitivity = try Valuation.sensitivity(of: map, to: ranges)
        } catch {
            throw .notValued(error, at: error.outcome.flatMap { cell(of: outcomes[$0]) })
        }
        let worth = WorthBuilder(
            about: about, entered: understanding.map, outcomes: outcomes, map: map, valued: valued,
            sensitivity: sensitivity)
        let lines = worth.outcomeLines()
        let stakeholders = worth.stakeholderLines(lines)
        let finding = FindingText(
            changes: changes, hasParticipants: people != nil,
            hasComparison: understanding.participants?.comparison != nil, ratio: worth.ratio,
            presentValue: worth.presentValue,
            inputs: worth.inputs, hasInputs: !understanding.map.inputs.isEmpty, currency: currency)
        let cautions = CautionText(
            about: about, worth: lines, outcomes: outcomes, unvalued: unvalued, changes: changes,
            people: people?.programmeCount,
            hasComparison: understanding.participants?.comparison != nil, ratio: worth.ratio, currency: currency)
        let section = people?.section()
        let sensitivityLines = SensitivityLines(
            sensitivity: sensitivity, ranges: ranges, bases: bases, outcomes: lines)
        var figures = section.map { [$0.people, $0.comparison].compactMap { $0 } } ?? []
        figures += changes.flatMap { [$0.main] + $0.beside }
        figures += worth.totals
        figures += stakeholders.map(\.value)
        figures += lines.flatMap { [$0.quantity, $0.firstYear, $0.presentValue] }
        return Account(
            facts: facts, about: Subject(about), finding: finding.sentences, findingLimit: finding.limit,
            ownWords: OwnWordsSection(understanding.ownWords), people: section,
            changes: changes,
            worth: WorthSection(
                inputs: worth.inputLines(), outcomes: lines, stakeholders: stakeholders,
                sensitivity: sensitivityLines.lines, conventionSentence: worth.conventionSentence, totals: worth.totals,
                isPaidBack: valued.isPaidBack, valued: valued),
            anyway: cautions.anyway, unknowns: cautions.unknowns, cautions: cautions.cautions,
            assumptions: AssumptionList(
                about: about, outcomes: outcomes, measures: understanding.participants?.measures ?? []
            ).assumptions, figures: figures)
    }
}

extension ValuationError {
    /// The position of the outcome that can't be valued, where it is one alone.
    fileprivate var outcome: Int? {
        if case .tooLarge(let outcome) = self { outcome } else { nil }
    }
}
