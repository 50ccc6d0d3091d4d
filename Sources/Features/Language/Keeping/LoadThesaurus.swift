package import CanonicalJSON
import FoundationEssentials
package import Storage
import Vocabulary

/// Brings the schemes of a file into a place, or their newer edition: whole or not at all. What changed gets a new version,
/// what is gone is retired, and nothing is forgotten.
package struct LoadThesaurus: Sendable {
    /// What became of each concept of the file, and of those that it no longer holds.
    package struct Outcome: Sendable, Equatable {
        package var schemes: [Int] = []
        package var added = 0
        package var changed = 0
        package var same = 0
        package var retired = 0
        package var leftAside = 0

        package var json: JSON {
            [
                "schemes": .array(schemes.map(JSON.integer)), "added": .integer(added),
                "changed": .integer(changed), "same": .integer(same), "retired": .integer(retired),
                "left": .integer(leftAside),
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
        }

        package init?(json: JSON) {
            guard let added = json["added"]?.integerValue else { return nil }
            self.added = added
            schemes = (json["schemes"]?.arrayValue ?? []).compactMap(\.integerValue)
            changed = json["changed"]?.integerValue ?? 0
            same = json["same"]?.integerValue ?? 0
            retired = json["retired"]?.integerValue ?? 0
            leftAside = json["left"]?.integerValue ?? 0
        }
    }

    package enum Refusal: StorageFailure, Equatable {
        /// A concept of the file belongs to another scheme of the place.
        case conceptElsewhere(String)
        /// A scheme of the file is here already, and isn't that of the organisation that brings it.
        case schemeOfOthers(String)
        case storage(StorageError)
    }

    private let place: String
    private let act: LanguageAct
    private let organisation: String?

    /// - Parameters:
    ///   - act: what it is done as. One of the same identifier that was done already is not done again.
    ///   - organisation: whose lists they become; nil for the place's own.
    package init(place: String, act: LanguageAct, organisation: String? = nil) {
        self.place = place
        self.act = act
        self.organisation = organisation
    }

    private var store: ConceptStore { ConceptStore(place: place) }

    package func run(_ file: ThesaurusFile, in database: any Database) async throws(Refusal) -> Outcome {
        let thesaurus = file.thesaurus
        var outcome = try await database.at(place).transaction(throwing: Refusal.self) { transaction in
            guard try await store.act(act.id, in: transaction) == nil else { return Outcome() }
            try await store.add(act, about: thesaurus.schemes.first?.id ?? "", in: transaction)
            var outcome = Outcome()
            let concepts = Dictionary(grouping: thesaurus.concepts, by: \.scheme)
            for scheme in thesaurus.schemes where concepts[scheme.id] != nil {
                guard
                    let number = try await store.keep(
                        scheme, of: organisation, at: act.created, in: transaction)
                else { throw Refusal.schemeOfOthers(scheme.id) }
                outcome.schemes.append(number)
                try await load(concepts[scheme.id] ?? [], of: number, into: &outcome, transaction)
            }
            return outcome
        }
        outcome.leftAside = file.leftAside
        return outcome
    }

    private func load(
        _ concepts: [Concept], of scheme: Int, into outcome: inout Outcome, _ transaction: any Transaction
    ) async throws {
        var kept: [String: KeptConcept] = [:]
        var after = 0
        while true {
            let some = try await store.all(of: scheme, after: after, most: 2_000, in: transaction)
            for concept in some { kept[concept.concept.id] = concept }
            guard some.count == 2_000, let last = some.last else { break }
            after = last.number
        }
        var new: [NextVersion] = []
        var changes: [(kept: KeptConcept, next: NextVersion)] = []
        for concept in concepts {
            guard let before = kept.removeValue(forKey: concept.id) else {
                new.append(NextVersion(concept, .adopted))
                continue
            }
            // What was merged or split here stays so; what the file says of it is kept for its readers all the same.
            let status: KeptConcept.Status = before.status == .superseded ? .superseded : .adopted
            if before.concept == concept, before.status == status {
                outcome.same += 1
            } else {
                changes.append((before, NextVersion(concept, status, successors: before.successors)))
            }
        }
        try await refuseThoseElsewhere(new.map(\.concept.id), transaction)
        try await store.add(new, to: scheme, by: act, in: transaction)
        // What people proposed here was never in a file.
        let gone = kept.values.filter {
            $0.status == .adopted && !$0.concept.id.hasPrefix($0.concept.scheme + madeHere)
        }
        let retired = gone.sorted { $0.number < $1.number }.map { ($0, NextVersion($0.concept, .retired)) }
        try await store.write(changes + retired, by: act, in: transaction)
        outcome.added += new.count
        outcome.changed += changes.count
        outcome.retired += retired.count
    }

    private func refuseThoseElsewhere(_ ids: [String], _ transaction: any Reading) async throws {
        for start in stride(from: 0, to: ids.count, by: 1_000) {
            let some = Array(ids[start..<min(start + 1_000, ids.count)])
            if let other = try await store.numbers(named: some, in: transaction).first {
                throw Refusal.conceptElsewhere(other)
            }
        }
    }
}

extension ConceptStore {
    /// All of a scheme, whatever became of them, in the order of their numbers.
    func all(
        of scheme: Int, after number: Int, most: Int, in store: any Reading
    ) async throws(StorageError) -> [KeptConcept] {
        try await select(
            "concept.scheme = \(scheme) AND concept.number > \(number)",
            order: " ORDER BY concept.number LIMIT \(most)", in: store)
    }

    /// Which of these names are of concepts that are here.
    func numbers(named ids: [String], in store: any Reading) async throws(StorageError) -> [String] {
        guard !ids.isEmpty else { return [] }
        return try await store.rows(
            "SELECT id FROM concept WHERE place = \(place) AND id IN (\(list(ids))) ORDER BY id"
        ) { try $0.column(0) }
    }
}
