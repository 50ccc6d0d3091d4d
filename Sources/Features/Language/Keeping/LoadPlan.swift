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
        /// What is to be remembered of the file beside the versions.
        var stated: [(number: Int, said: Concept, isLeftOut: Bool)] = []
    }

    /// A concept of the file that is here.
    private struct Met {
        let kept: KeptConcept
        /// Without what was left out of it, so that this comes in once nothing goes against it any more.
        var said: Concept
        var next: NextVersion
    }

    private(set) var schemes: [Part] = []
    var outcome = LoadThesaurus.Outcome()

    /// - Parameters:
    ///   - kept: what the place has of the scheme, by the names of the concepts.
    ///   - stated: what the last file said of those that say something else or were changed by people, by their numbers.
    mutating func add(
        _ scheme: Scheme, _ concepts: [Concept], _ number: Int, isNew: Bool, kept: [String: KeptConcept],
        stated: [Int: Stated]
    ) {
        var kept = kept
        var part = Part(scheme: scheme, number: number, isNew: isNew)
        var met: [Met] = []
        for concept in concepts {
            if let before = kept.removeValue(forKey: concept.id) {
                let last = stated[before.number] ?? Stated(ofLoaded: before)
                met.append(Met(kept: before, said: concept, next: before.next(saying: concept, after: last)))
            } else {
                part.new.append(NextVersion(concept, .adopted))
            }
        }
        let others = kept.values.sorted { $0.number < $1.number }
        let gone = others.filter { $0.status == .adopted && isLeftOutNow($0, stated) }
        // What people put under something that is gone lies under what that lay under: nothing drops out of the tree.
        let above = Dictionary(gone.map { ($0.concept.id, $0.concept.broader) }) { first, _ in first }
        for index in met.indices { met[index].next.concept.rehang(without: above) }
        let staying = others.filter { other in other.holds && above[other.concept.id] == nil }.map { other in
            var concept = other.concept
            concept.rehang(without: above)
            return concept
        }
        settle(&met, &part.new, staying)
        for one in met {
            if one.next != NextVersion(one.kept, saying: one.kept.concept) { part.changes.append((one.kept, one.next)) }
            if isToBeKept(one, after: stated[one.kept.number]) {
                part.stated.append((one.kept.number, one.said, false))
            }
        }
        outcome.schemes.append(number)
        outcome.added += part.new.count
        outcome.changed += part.changes.count
        outcome.same += met.count - part.changes.count
        outcome.retired += gone.count
        let goneNumbers = Set(gone.map(\.number))
        for other in others {
            var next = NextVersion(other, saying: other.concept)
            if goneNumbers.contains(other.number) {
                next = NextVersion(other.concept, .retired)
            } else {
                next.concept.rehang(without: above)
            }
            if next != NextVersion(other, saying: other.concept) { part.changes.append((other, next)) }
            if isLeftOutNow(other, stated), let said = stated[other.number]?.concept {
                part.stated.append((other.number, said, true))
            }
        }
        schemes.append(part)
    }

    /// Leaves links of the file out that don't go together with what people did here.
    private mutating func settle(_ met: inout [Met], _ new: inout [NextVersion], _ staying: [Concept]) {
        // A file by itself was checked before.
        guard !staying.isEmpty || met.contains(where: { $0.next.concept != $0.said }) else { return }
        let held = met.indices.filter { met[$0].next.status == .adopted || met[$0].next.status == .proposed }
        let here = held.map { met[$0].kept.concept } + staying
        var sound = SoundEdition(
            held.map { met[$0].next.concept } + new.map(\.concept) + staying,
            ours: Dictionary(here.map { ($0.id, $0) }) { first, _ in first })
        sound.settle()
        guard !sound.left.isEmpty else { return }
        for (position, index) in held.enumerated() { met[index].next.concept = sound.concepts[position] }
        for index in new.indices { new[index].concept = sound.concepts[held.count + index] }
        let left = Dictionary(grouping: sound.left, by: \.concept)
        for index in met.indices {
            for link in left[met[index].said.id] ?? [] { met[index].said.leaveOut(link.other) }
        }
        outcome.leftLinks += sound.left.count
        let labels = Dictionary(sound.concepts.map { ($0.id, $0.label(for: "en").words) }) { first, _ in first }
        outcome.against += sound.left.prefix(LoadThesaurus.Outcome.mostAgainst).map { link in
            .init(concept: labels[link.concept] ?? link.concept, other: labels[link.other] ?? link.other)
        }
    }

    /// Whether the file is the first one without a concept that it doesn't name. What was made here was never in a file.
    private func isLeftOutNow(_ other: KeptConcept, _ stated: [Int: Stated]) -> Bool {
        let last = stated[other.number] ?? Stated(ofLoaded: other)
        return last.concept != nil && !last.isLeftOut && !other.concept.id.hasPrefix(other.concept.scheme + madeHere)
    }

    /// Whether what the file says of a concept would be forgotten: its versions say something else.
    private func isToBeKept(_ one: Met, after last: Stated?) -> Bool {
        guard let last else { return one.next.concept != one.said }
        return last.concept != one.said || last.isLeftOut
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

extension Concept {
    fileprivate mutating func leaveOut(_ other: String) {
        broader.removeAll { $0 == other }
        related.removeAll { $0 == other }
        mappings.removeAll { $0.target == other }
    }

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
