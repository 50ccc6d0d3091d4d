import Accounts
import FoundationEssentials
import Measurement
import ValueMaps
import Words

/// Finds the outcomes that are valued for more people than the records of people show.
struct ClaimCheck {
    let outcomes: [ResolvedOutcome]
    let changes: [ChangeSection]
    /// How many people the records hold on the programme.
    let people: Int

    /// An outcome whose quantity the provider wrote down, above what the records hold.
    struct Excess {
        let outcome: ResolvedOutcome
        let held: Held
    }

    /// What the records hold of an outcome.
    enum Held {
        /// Of the people measured twice on the measure that fits the outcome, so many improved.
        case improved(Int, of: ShownNumber, on: String)
        /// The people who were measured on it, where how many improved isn't known or may not be said.
        case measured(Int, on: String)
        /// Everybody, where no measure fits.
        case people(Int)
    }

    /// The most claimed first.
    var excesses: [Excess] {
        outcomes.compactMap(excess).sorted { $0.outcome.quantity > $1.outcome.quantity }
    }

    private func excess(_ outcome: ResolvedOutcome) -> Excess? {
        guard outcome.measured == nil, countsPeople(outcome.entered) else { return nil }
        let held = held(outcome.entered)
        return outcome.quantity > Decimal(held.count) ? Excess(outcome: outcome, held: held) : nil
    }

    private func held(_ outcome: EnteredOutcome) -> Held {
        let words = PlainWords([outcome.outcome, outcome.indicator ?? ""])
        let fitting = changes.map { (change: $0, shared: words.shared(with: PlainWords([$0.name]))) }
            .filter { $0.shared > 0 }
        guard let most = fitting.map(\.shared).max() else { return .people(people) }
        // Of several that fit as well, the one that shows the most is held against the claim.
        let all = fitting.filter { $0.shared == most }.compactMap { held($0.change) }
        return all.max { $0.count < $1.count } ?? .people(people)
    }

    private func held(_ change: ChangeSection) -> Held? {
        guard let group = change.groups.first else { return nil }
        // An amount of money gained on average is gained by everybody measured, those who gained less among them.
        if change.currency == nil, case .count(let improved)? = group.improved {
            return .improved(improved, of: change.measuredTwice ?? group.followedUp, on: change.name)
        }
        guard case .count(let measured) = group.followedUp else { return nil }
        return .measured(measured, on: change.name)
    }

    /// Whether a quantity is of people: by its unit, and where none was written, unless the outcome names things that are counted.
    private func countsPeople(_ outcome: EnteredOutcome) -> Bool {
        if let unit = outcome.unit, !unit.isEmpty {
            let words = PlainWords([unit], without: [])
            return words.shared(with: Self.people) > 0
                || words.shared(with: PlainWords([outcome.stakeholder], without: [])) > 0
        }
        return PlainWords([outcome.outcome, outcome.proxyName ?? ""]).shared(with: Self.things) == 0
    }

    private static let people = PlainWords(
        [
            "people persons participants clients members users adults children pupils students carers residents",
            "patients women volunteers beneficiaries learners attendees trainees tenants parents individuals",
            "pobl personau cyfranogwyr cleientiaid aelodau oedolion plant disgyblion myfyrwyr gofalwyr trigolion cleifion",
            "menywod gwirfoddolwyr dysgwyr tenantiaid rhieni unigolion",
        ], without: [])

    private static let things = PlainWords([
        "visits hours days nights weeks months sessions appointments admissions episodes tonnes kilograms miles trees",
        "calls crimes offences incidents meals stays journeys households homes families jobs places events items",
        "attendances referrals callouts prescriptions evictions arrests",
        "ymweliadau ymweliad oriau dyddiau diwrnod noson nosweithiau wythnos wythnosau misoedd sesiwn sesiynau",
        "apwyntiad apwyntiadau derbyniadau milltiroedd coed taith swydd digwyddiad",
        "galwadau troseddau digwyddiadau prydau teithiau cartrefi teuluoedd swyddi lleoedd eitemau atgyfeiriadau",
    ])
}

extension ClaimCheck.Held {
    fileprivate var count: Int {
        switch self {
        case .improved(let count, _, _), .measured(let count, _), .people(let count): count
        }
    }
}
