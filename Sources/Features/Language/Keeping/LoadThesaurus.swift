package import CanonicalJSON
import Crypto
package import FoundationEssentials
package import Storage
import Vocabulary
import Words

/// Brings the schemes of a file into a place, or their newer edition: whole or not at all. What changed gets a new version,
/// what is gone is retired, and nothing is forgotten.
///
/// What is new is written in portions that nobody sees, so that others write in between; what changes, and that all of it is there,
/// becomes true in one unit of work at the end. What a run has left that was ended in the middle is removed by the next one.
package struct LoadThesaurus: Sendable {
    /// What became of each concept of the file, and of those that it no longer holds.
    package struct Outcome: Sendable, Equatable {
        package var schemes: [Int] = []
        package var added = 0
        package var changed = 0
        package var same = 0
        package var retired = 0
        package var leftAside = 0
        /// How many links of the file were left out, as they go against what people did here.
        var leftLinks = 0
        /// Some of them, by the labels of what they link.
        var against: [SoundEdition.LeftLink] = []
        static let mostAgainst = 20

        package var json: JSON {
            [
                "schemes": .array(schemes.map(JSON.integer)), "added": .integer(added),
                "changed": .integer(changed), "same": .integer(same), "retired": .integer(retired),
                "left": .integer(leftAside), "links": .integer(leftLinks),
                "against": .array(against.map { [.string($0.concept), .string($0.other)] }),
            ]
        }

        package init() {}

        /// Takes in what another file came to.
        mutating func add(_ other: Outcome) {
            schemes += other.schemes
            added += other.added
            changed += other.changed
            same += other.same
            retired += other.retired
            leftAside += other.leftAside
            leftLinks += other.leftLinks
            against += other.against
        }

        package init?(json: JSON) {
            guard let added = json["added"]?.integerValue else { return nil }
            self.added = added
            schemes = (json["schemes"]?.arrayValue ?? []).compactMap(\.integerValue)
            changed = json["changed"]?.integerValue ?? 0
            same = json["same"]?.integerValue ?? 0
            retired = json["retired"]?.integerValue ?? 0
            leftAside = json["left"]?.integerValue ?? 0
            leftLinks = json["links"]?.integerValue ?? 0
            against = (json["against"]?.arrayValue ?? []).compactMap { pair in
                guard let concept = pair[0]?.stringValue, let other = pair[1]?.stringValue else { return nil }
                return SoundEdition.LeftLink(concept: concept, other: other)
            }
        }
    }

    package enum Refusal: StorageFailure, Equatable {
        /// A concept of the file belongs to another scheme of the place.
        case conceptElsewhere(String)
        /// A scheme of the file is here already, and isn't that of the organisation that brings it.
        case schemeOfOthers(String)
        /// A scheme of the file is here already, and nobody said that this is a newer edition.
        case schemeHere(String)
        /// Another list is being loaded into the place at this moment.
        case another
        /// Somebody has called it off, or taken it up anew.
        case calledOff
        /// Somebody has changed the same concepts meanwhile.
        case changed
        /// The place would hold more links between concepts than reading in other words can go along.
        case tooManyLinks
        /// The lists of the organisation would hold more links than a share of that.
        case tooManyLinksOfOne
        /// The organisation has as many lists in use as it may have.
        case tooManyLists
        case storage(StorageError)
    }

    /// So many concepts are written at once.
    private static let portion = 200
    /// After so long without a sign a load is taken for dead, in seconds.
    private static let patience: TimeInterval = 120
    /// How often it is begun anew where somebody changed the same concepts meanwhile.
    private static let attempts = 3
    /// How many mappings a place holds at most, and how many lines from a concept to a wider one.
    package static let mostLinks = 500_000
    /// How many of each the lists of one organisation hold, so that none uses up what all share.
    package static let mostLinksOfOne = 100_000
    /// So many lists of an organisation are in use, and so many are kept, whether they are in use or not.
    static let mostLists = (inUse: 20, all: 100)
    static let tooManyLists: Phrase =
        "An organisation has at most \(mostLists.inUse) lists in use and \(mostLists.all) in all. Take one out of use, or load a newer edition of one."

    private let place: String
    private let act: LanguageAct
    private let organisation: String?
    private let mayRenew: Bool
    private let clock: @Sendable () -> Date

    /// - Parameters:
    ///   - act: what it is done as. One of the same identifier that was done already is not done again.
    ///   - organisation: whose lists they become; nil for the place's own.
    ///   - mayRenew: whether what is here already may get a newer edition.
    package init(
        place: String, act: LanguageAct, organisation: String? = nil, mayRenew: Bool = true,
        clock: @escaping @Sendable () -> Date
    ) {
        self.mayRenew = mayRenew
        self.place = place
        self.act = act
        self.organisation = organisation
        self.clock = clock
    }

    private var store: ConceptStore { ConceptStore(place: place) }

    package func run(_ file: ThesaurusFile, in database: any Database) async throws(Refusal) -> Outcome {
        let database = database.at(place)
        for attempt in 1... {
            do throws(Refusal) {
                return try await runOnce(file, in: database)
            } catch {
                if error != .another { await discard(from: database) }
                guard error == .changed, attempt < Self.attempts else { throw error }
            }
        }
        throw .calledOff
    }

    private func runOnce(_ file: ThesaurusFile, in database: any Database) async throws(Refusal) -> Outcome {
        guard let run = try await begin(in: database) else { return Outcome() }
        var plan = try await plan(file.thesaurus, run, in: database)
        for portion in plan.newInPortions(of: Self.portion) {
            guard !Task.isCancelled else { throw .calledOff }
            try await database.transaction(throwing: Refusal.self) { transaction in
                try await goOn(run, transaction)
                try await store.add(portion.new, to: portion.scheme, by: act, isPart: true, in: transaction)
            }
        }
        let end = plan
        try await database.transaction(throwing: Refusal.self) { transaction in
            try await goOn(run, transaction)
            for scheme in end.schemes where !scheme.isNew {
                try await store.renew(scheme.scheme, scheme.number, at: act.created, in: transaction)
                if organisation == nil { try await store.takeOver(scheme.scheme, scheme.number, in: transaction) }
            }
            do throws(LanguageRefusal) {
                try await store.write(end.schemes.flatMap(\.changes), by: act, in: transaction)
            } catch {
                guard case .storage(let problem) = error else { throw Refusal.changed }
                throw Refusal.storage(problem)
            }
            try await store.state(end.schemes.flatMap(\.stated), in: transaction)
            guard try await store.mostLinks(in: transaction) <= Self.mostLinks else { throw Refusal.tooManyLinks }
            if let organisation,
                try await store.mostLinks(ofListsOf: organisation, in: transaction) > Self.mostLinksOfOne
            {
                throw Refusal.tooManyLinksOfOne
            }
            try await store.show(act.id, in: transaction)
        }
        plan.outcome.leftAside = file.leftAside
        return plan.outcome
    }

    /// Removes what was written, even where the work was called off. What can't be removed now is removed by the next run.
    private func discard(from database: any Database) async {
        let (store, act) = (store, act.id)
        try? await Task { try await store.discard(act, in: database) }.value
    }

    /// Takes the place's right to load a list.
    ///
    /// - Returns: nil where the act was done before.
    private func begin(in database: any Database) async throws(Refusal) -> ConceptStore.Coming? {
        let run = ConceptStore.Coming(act: act.id, run: RandomIdentifier.short(), seen: clock())
        // Those that were given up, and whatever an earlier run of this one has left.
        for coming in try await comings(in: database) where coming.act == act.id || isDead(coming) {
            do { try await store.discard(coming.act, in: database) } catch { throw .storage(error) }
        }
        return try await database.transaction(throwing: Refusal.self) { transaction in
            guard try await store.coming(in: transaction).isEmpty else { throw Refusal.another }
            guard try await store.act(act.id, in: transaction) == nil else { return nil }
            try await store.add(act, about: "", in: transaction)
            try await store.begin(run, in: transaction)
            return run
        }
    }

    private func comings(in database: any Database) async throws(Refusal) -> [ConceptStore.Coming] {
        do { return try await store.coming(in: database) } catch { throw .storage(error) }
    }

    private func isDead(_ coming: ConceptStore.Coming) -> Bool {
        clock().timeIntervalSince(coming.seen) > Self.patience
    }

    private func goOn(_ run: ConceptStore.Coming, _ transaction: any Transaction) async throws {
        guard try await store.goOn(run, at: clock(), in: transaction) else { throw Refusal.calledOff }
    }

    /// Compares the file with what is here, and makes room for the schemes that are new.
    private func plan(
        _ thesaurus: Thesaurus, _ run: ConceptStore.Coming, in database: any Database
    ) async throws(Refusal) -> LoadPlan {
        let concepts = Dictionary(grouping: thesaurus.concepts, by: \.scheme)
        let schemes = thesaurus.schemes.filter { concepts[$0.id] != nil }
        let numbers = try await database.transaction(throwing: Refusal.self) { transaction in
            try await goOn(run, transaction)
            try await store.name(act.id, about: thesaurus.schemes.first?.id ?? "", in: transaction)
            var numbers: [(number: Int, isNew: Bool)] = []
            for scheme in schemes {
                guard let found = try await store.number(of: scheme, of: organisation, brought: act, in: transaction)
                else { throw Refusal.schemeOfOthers(scheme.id) }
                guard found.isNew || mayRenew else { throw Refusal.schemeHere(scheme.titles.first?.words ?? scheme.id) }
                numbers.append(found)
            }
            if let organisation, numbers.contains(where: \.isNew) {
                let lists = try await store.lists(of: organisation, in: transaction)
                guard lists.inUse <= Self.mostLists.inUse, lists.all <= Self.mostLists.all else {
                    throw Refusal.tooManyLists
                }
            }
            return numbers
        }
        let found: (plan: LoadPlan, elsewhere: String?)
        do throws(StorageError) {
            found = try await database.snapshot { reading in
                var plan = LoadPlan()
                for (scheme, found) in zip(schemes, numbers) {
                    let kept = found.isNew ? [:] : try await kept(of: found.number, reading)
                    let stated = found.isNew ? [:] : try await store.stated(of: found.number, in: reading)
                    plan.add(
                        scheme, concepts[scheme.id] ?? [], found.number, isNew: found.isNew, kept: kept, stated: stated)
                }
                return (plan, try await elsewhere(plan.newIDs, reading))
            }
        } catch {
            throw .storage(error)
        }
        if let elsewhere = found.elsewhere { throw .conceptElsewhere(elsewhere) }
        return found.plan
    }

    private func kept(of scheme: Int, _ reading: any Reading) async throws(StorageError) -> [String: KeptConcept] {
        var kept: [String: KeptConcept] = [:]
        var after = 0
        while true {
            let some = try await store.all(of: scheme, after: after, most: 2_000, in: reading)
            for concept in some { kept[concept.concept.id] = concept }
            guard some.count == 2_000, let last = some.last else { return kept }
            after = last.number
        }
    }

    /// One of these names that another scheme of the place has.
    private func elsewhere(_ ids: [String], _ reading: any Reading) async throws(StorageError) -> String? {
        for start in stride(from: 0, to: ids.count, by: 1_000) {
            let some = Array(ids[start..<min(start + 1_000, ids.count)])
            if let other = try await store.numbers(named: some, in: reading).first { return other }
        }
        return nil
    }
}
