import Crypto
import Storage
package import Vocabulary
import Web

extension ChangeConcept {
    /// Makes one concept out of two: the second goes on with the labels of both, the first leads to it. What was used with the
    /// first stays with it, and is found by way of the second.
    package func merge(
        _ number: Int, into other: Int, seen version: Int, reason: String
    ) async throws(LanguageRefusal) {
        guard number != other else { throw .sameConcept }
        try await act(.merge, about: "\(number) \(other)") { act, transaction in
            let one = try await find(number, seen: version, in: transaction)
            let target = try await find(other, in: transaction)
            guard one.scheme == target.scheme else { throw LanguageRefusal.otherScheme }
            guard target.status == .adopted else { throw LanguageRefusal.changed }
            let joined = target.concept.joined(with: one.concept)
            var changes: [(kept: KeptConcept, next: NextVersion)] = [
                (target, NextVersion(joined, .adopted, reason: reason)),
                (one, NextVersion(one.concept, .superseded(by: [other]), reason: reason)),
            ]
            for child in try await neighbours(of: one.concept.id, in: transaction)
            where child.number != number && child.number != other {
                let moved = child.concept.pointing(from: one.concept.id, to: target.concept.id)
                changes.append((child, NextVersion(child, saying: moved, reason: reason)))
            }
            try await checkRings(changes.map(\.next.concept), around: target, in: transaction)
            try await store.write(changes, by: act, in: transaction)
        }
    }

    /// Makes several concepts out of one: new ones with these labels, which lie where it lay.
    ///
    /// - Returns: their numbers.
    package func split(
        _ number: Int, into labels: [Text], seen version: Int, reason: String
    ) async throws(LanguageRefusal) -> [Int] {
        guard labels.count >= 2 else { throw .empty }
        return try await act(.split, about: "\(number)") { act, transaction in
            let kept = try await find(number, seen: version, in: transaction)
            let parts = labels.map { label in
                Concept(
                    id: newID(in: kept.concept.scheme), scheme: kept.concept.scheme,
                    labels: [Label(.preferred, label)], broader: kept.concept.broader, isTop: kept.concept.isTop)
            }
            try await check(parts, in: transaction)
            let numbers = try await store.add(
                parts.map { NextVersion($0, .adopted, reason: reason) }, to: kept.scheme, by: act, in: transaction)
            let below = try await rehung(from: kept, to: kept.concept.broader, reason, in: transaction)
            let next = NextVersion(kept.concept, .superseded(by: numbers), reason: reason)
            try await store.write([(kept, next)] + below, by: act, in: transaction)
            return numbers
        }
    }

    /// A name for a concept that is made here; no file has one like it.
    func newID(in scheme: String) -> String {
        "\(scheme)\(madeHere)\(RandomIdentifier.short(from: services.randomness))"
    }

    /// Those that lie directly under a concept or are related to it.
    private func neighbours(of id: String, in transaction: any Reading) async throws -> [KeptConcept] {
        let under = try await store.under(id, in: transaction)
        guard let related = try await store.concept(named: id, in: transaction)?.concept.related else { return under }
        let known = Set(under.map(\.number))
        return under
            + (try await store.concepts(named: related, in: transaction)).filter { !known.contains($0.number) }
    }

    /// Refuses a merge that would put a concept above itself.
    private func checkRings(
        _ changed: [Concept], around target: KeptConcept, in transaction: any Reading
    ) async throws {
        var known = Dictionary(changed.map { ($0.id, $0) }) { first, _ in first }
        var open = changed.flatMap(\.broader).filter { known[$0] == nil }
        // A hierarchy is a few steps high; the bound keeps a strange one from holding everybody up.
        for _ in 0..<200 where !open.isEmpty {
            let found = try await store.concepts(named: Array(Set(open).sorted().prefix(500)), in: transaction)
            for kept in found { known[kept.concept.id] = kept.concept }
            open = found.flatMap(\.concept.broader).filter { known[$0] == nil }
        }
        let concepts = known.values.sorted { $0.id < $1.id }
        let problems = Thesaurus(concepts: concepts).problems { _ in true }
        if let problem = problems.first(where: { [.cycle, .relatedIsBroader, .exactIsOther].contains($0.condition) }) {
            throw LanguageRefusal.unsound(problem)
        }
    }
}

extension Concept {
    /// This concept with the words and mappings of another one, which it stands for from now on.
    func joined(with other: Concept) -> Concept {
        var joined = self
        var known = Set(labels.map(\.text))
        for label in other.labels where known.insert(label.text).inserted {
            joined.labels.append(Label(label.kind == .hidden ? .hidden : .alternative, label.text))
        }
        let targets = Set(mappings.map(\.target))
        joined.mappings += other.mappings.filter { !targets.contains($0.target) && $0.target != id }
        joined.broader = broader.filter { $0 != other.id }
        if broader.contains(other.id) {
            joined.broader += other.broader.filter { $0 != id && !joined.broader.contains($0) }
        }
        joined.related = (related + other.related.filter { !related.contains($0) })
            .filter { $0 != other.id && $0 != id && !joined.broader.contains($0) }
        return joined
    }

    /// This concept where one that it names has gone into another one.
    func pointing(from old: String, to new: String) -> Concept {
        var moved = self
        func replaced(_ ids: [String]) -> [String] {
            var seen: Set<String> = [id]
            return ids.map { $0 == old ? new : $0 }.filter { seen.insert($0).inserted }
        }
        moved.broader = replaced(broader)
        moved.related = replaced(related)
        return moved
    }
}

/// What stands between the name of a scheme and those of concepts that are made here.
let madeHere = ":here:"
