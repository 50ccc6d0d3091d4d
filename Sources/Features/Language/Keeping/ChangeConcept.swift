import Crypto
import FoundationEssentials
import Storage
import Vocabulary
package import Web

/// What people do with single concepts. Each is one act of one transaction, which can be undone as one.
package struct ChangeConcept: Sendable {
    package let services: Services
    package let place: String
    /// Who does it.
    package let author: String?

    package init(_ services: Services, place: String, author: String?) {
        self.services = services
        self.place = place
        self.author = author
    }

    var store: ConceptStore { ConceptStore(place: place) }

    /// Runs work as one act.
    func act<Value: Sendable>(
        _ kind: LanguageAct.Kind, about: String = "",
        _ work: @Sendable (LanguageAct, any Transaction) async throws -> Value
    ) async throws(LanguageRefusal) -> Value {
        let act = LanguageAct(
            id: RandomIdentifier.short(from: services.randomness), kind: kind, author: author,
            created: services.clock())
        return try await services.database.at(place).transaction(throwing: LanguageRefusal.self) { transaction in
            try await store.add(act, about: about, in: transaction)
            return try await work(act, transaction)
        }
    }

    /// The concept as the person saw it.
    func find(
        _ number: Int, seen version: Int? = nil, in transaction: any Reading
    ) async throws -> KeptConcept {
        guard let kept = try await store.concept(number, in: transaction) else { throw LanguageRefusal.notThere }
        if let version, kept.version != version { throw LanguageRefusal.changed }
        return kept
    }

    /// Refuses what would leave the thesaurus unsound, as far as the concepts can tell that are touched.
    func check(_ concepts: [Concept], in transaction: any Reading) async throws {
        let ids = Set(concepts.map(\.id))
        let others = Set(concepts.flatMap { $0.broader + $0.related }).subtracting(ids)
        let known = Set(try await store.concepts(named: others.sorted(), in: transaction).map(\.concept.id))
        let problems = Thesaurus(concepts: concepts).problems { known.contains($0) }
        // What was mapped before to something that isn't here is no fault of this change.
        if let problem = problems.first(where: { !$0.condition.isWarning && $0.condition != .danglingMapping }) {
            throw LanguageRefusal.unsound(problem)
        }
    }

    package func adopt(_ number: Int, seen version: Int, reason: String) async throws(LanguageRefusal) {
        try await act(.adopt, about: "\(number)") { act, transaction in
            let kept = try await find(number, seen: version, in: transaction)
            guard kept.status != .adopted else { throw LanguageRefusal.changed }
            try await store.write(
                [(kept, NextVersion(kept.concept, .adopted, reason: reason))], by: act, in: transaction)
        }
    }

    package func retire(_ number: Int, seen version: Int, reason: String) async throws(LanguageRefusal) {
        guard !reason.isEmpty else { throw .empty }
        try await act(.retire, about: "\(number)") { act, transaction in
            let kept = try await find(number, seen: version, in: transaction)
            let below = try await rehung(from: kept, to: kept.concept.broader, reason, in: transaction)
            try await store.write(
                [(kept, NextVersion(kept.concept, .retired, reason: reason))] + below, by: act, in: transaction)
        }
    }

    /// What lies under a concept that holds no more, hung up elsewhere: nothing may drop out of the tree.
    func rehung(
        from kept: KeptConcept, to wider: [String], _ reason: String, in transaction: any Reading
    ) async throws -> [(kept: KeptConcept, next: NextVersion)] {
        let id = kept.concept.id
        return try await store.under(id, in: transaction).filter { $0.number != kept.number }.map { child in
            var concept = child.concept
            var seen: Set<String> = [concept.id]
            concept.broader = concept.broader.flatMap { $0 == id ? wider : [$0] }.filter { seen.insert($0).inserted }
            concept.related.removeAll { concept.broader.contains($0) }
            return (child, NextVersion(child, saying: concept, reason: reason))
        }
    }

    /// Others are used in its place from now on; each use stays with it until somebody chooses.
    package func replace(
        _ number: Int, by others: [Int], seen version: Int, reason: String
    ) async throws(LanguageRefusal) {
        guard !others.isEmpty else { throw .empty }
        guard !others.contains(number) else { throw .sameConcept }
        try await act(.replace, about: "\(number)") { act, transaction in
            let kept = try await find(number, seen: version, in: transaction)
            for other in others { _ = try await store.usable(other, in: transaction) }
            let below = try await rehung(from: kept, to: kept.concept.broader, reason, in: transaction)
            let next = NextVersion(kept.concept, .superseded(by: others), reason: reason)
            try await store.write([(kept, next)] + below, by: act, in: transaction)
        }
    }

    /// Undoes an act as a whole: what it changed says again what it said before.
    package func undo(_ id: String) async throws(LanguageRefusal) {
        try await act(.undo, about: id) { act, transaction in
            guard let undone = try await store.act(id, in: transaction) else { throw LanguageRefusal.notThere }
            guard undone.act.kind.isUndoable, !undone.isUndone else { throw LanguageRefusal.cannotUndo }
            var made: [KeptConcept] = []
            for change in try await store.changes(by: id, in: transaction) {
                let kept = try await find(change.concept, in: transaction)
                guard kept.version == change.version else { throw LanguageRefusal.cannotUndo }
                guard let before = try await store.version(change.version - 1, of: kept.number, in: transaction) else {
                    let next = NextVersion(kept.concept, .retired, reason: "")
                    try await store.write([(kept, next)], by: act, in: transaction)
                    made.append(kept)
                    continue
                }
                try await store.write([(kept, before)], by: act, in: transaction)
            }
            // What was put under a part since lies under the whole again.
            if !made.isEmpty, let number = Int(try await store.about(id, in: transaction)) {
                let whole = try await find(number, in: transaction)
                for part in made {
                    let below = try await rehung(from: part, to: [whole.concept.id], "", in: transaction)
                    try await store.write(below, by: act, in: transaction)
                }
            }
            if undone.act.kind == .word { try await reopenWord(answeredBy: id, in: transaction) }
            try await store.markUndone(id, at: act.created, in: transaction)
        }
    }
}
