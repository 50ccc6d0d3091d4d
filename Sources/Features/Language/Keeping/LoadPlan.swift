import Vocabulary

/// What is to be written so that a place says what a file says.
struct LoadPlan: Sendable {
    struct Part: Sendable {
        let scheme: Scheme
        let number: Int
        let isNew: Bool
        var new: [NextVersion] = []
        /// Others of the place, and what becomes of them.
        var changes: [(kept: KeptConcept, next: NextVersion)] = []
    }

    private(set) var schemes: [Part] = []
    var outcome = LoadThesaurus.Outcome()

    /// - Parameters:
    ///   - kept: what the place has of the scheme, by the names of the concepts.
    ///   - loaded: what the last file said of those that people have changed since, by their numbers.
    mutating func add(
        _ scheme: Scheme, _ concepts: [Concept], _ number: Int, isNew: Bool, kept: [String: KeptConcept],
        loaded: [Int: NextVersion]
    ) {
        var kept = kept
        var part = Part(scheme: scheme, number: number, isNew: isNew)
        for concept in concepts {
            guard let before = kept.removeValue(forKey: concept.id) else {
                part.new.append(NextVersion(concept, .adopted))
                continue
            }
            let next = before.next(saying: concept, after: loaded[before.number])
            if before.concept == next.concept, before.status == next.status {
                outcome.same += 1
            } else {
                part.changes.append((before, next))
            }
        }
        outcome.schemes.append(number)
        outcome.added += part.new.count
        outcome.changed += part.changes.count
        // What people proposed here was never in a file.
        let gone = kept.values.filter {
            $0.status == .adopted && !$0.concept.id.hasPrefix($0.concept.scheme + madeHere)
        }
        let above = Dictionary(gone.map { ($0.concept.id, $0.concept.broader) }) { first, _ in first }
        if !gone.isEmpty {
            // What people put under something that is gone lies under what that lay under: nothing drops out of the tree.
            let goneNumbers = Set(gone.map(\.number))
            for index in part.changes.indices { part.changes[index].next.concept.rehang(without: above) }
            for other in kept.values.sorted(by: { $0.number < $1.number }) where !goneNumbers.contains(other.number) {
                var next = NextVersion(other.concept, other.status, successors: other.successors)
                next.concept.rehang(without: above)
                if next.concept != other.concept { part.changes.append((other, next)) }
            }
        }
        part.changes += gone.sorted { $0.number < $1.number }.map { ($0, NextVersion($0.concept, .retired)) }
        outcome.retired += gone.count
        schemes.append(part)
    }

    var newIDs: [String] { schemes.flatMap { $0.new.map(\.concept.id) } }

    /// What is new, so much at once.
    func newInPortions(of most: Int) -> [(scheme: Int, new: [NextVersion])] {
        schemes.flatMap { part in
            stride(from: 0, to: part.new.count, by: most).map { start in
                (part.number, Array(part.new[start..<min(start + most, part.new.count)]))
            }
        }
    }
}

extension KeptConcept {
    /// What it says after a newer edition of its list: what the edition changed, with what people changed here since the
    /// last one.
    ///
    /// - Parameter loaded: what the last edition said; nil where nobody has changed anything since, or none had it.
    fileprivate func next(saying new: Concept, after loaded: NextVersion?) -> NextVersion {
        guard let loaded else {
            // What was merged or split here stays so; what the file says of it is kept for its readers all the same.
            return NextVersion(new, status == .superseded ? .superseded : .adopted, successors: successors)
        }
        let (ours, old) = (concept, loaded.concept)
        var next = new
        next.labels = withOnePreferred(merged(new.labels, ours.labels, old.labels))
        next.notes = merged(new.notes, ours.notes, old.notes)
        next.broader = merged(new.broader, ours.broader, old.broader).filter { $0 != new.id }
        next.related = merged(new.related, ours.related, old.related).filter { !next.broader.contains($0) }
        next.mappings = merged(new.mappings, ours.mappings, old.mappings)
        if ours.notation != old.notation { next.notation = ours.notation }
        if ours.isTop != old.isTop { next.isTop = ours.isTop }
        // What people retired, merged or split stays so, and what the last edition retired comes back with this one.
        return NextVersion(next, status == loaded.status ? .adopted : status, successors: successors)
    }
}

extension Concept {
    /// Puts what lies under concepts that are gone under those that these lay under.
    ///
    /// - Parameter gone: the names of what each of those lay under.
    fileprivate mutating func rehang(without gone: [String: [String]]) {
        guard broader.contains(where: { gone[$0] != nil }) else { return }
        var found: [String] = []
        var seen: Set<String> = [id]
        var open = Array(broader.reversed())
        while let next = open.popLast() {
            guard seen.insert(next).inserted else { continue }
            if let above = gone[next] { open += above.reversed() } else { found.append(next) }
        }
        broader = found
        related.removeAll { found.contains($0) }
    }
}

/// What a newer edition says, without what people took away and with what they added.
private func merged<Item: Hashable>(_ new: [Item], _ ours: [Item], _ old: [Item]) -> [Item] {
    let (kept, before) = (Set(ours), Set(old))
    let stayed = new.filter { kept.contains($0) || !before.contains($0) }
    let there = Set(stayed)
    return stayed + ours.filter { !before.contains($0) && !there.contains($0) }
}

/// Of several preferred labels of one language the last one, which people chose here; the others are said beside it.
private func withOnePreferred(_ labels: [Label]) -> [Label] {
    var chosen: [String?: Text] = [:]
    for label in labels where label.kind == .preferred { chosen[label.text.language] = label.text }
    var seen: Set<Text> = Set(chosen.values)
    let preferred = labels.filter { $0.kind == .preferred && chosen[$0.text.language] == $0.text }
    let others = labels.compactMap { label -> Label? in
        guard seen.insert(label.text).inserted else { return nil }
        return label.kind == .preferred ? Label(.alternative, label.text) : label
    }
    let order = Dictionary(labels.enumerated().map { ($1.text, $0) }) { first, _ in first }
    return (preferred + others).sorted { order[$0.text, default: 0] < order[$1.text, default: 0] }
}
