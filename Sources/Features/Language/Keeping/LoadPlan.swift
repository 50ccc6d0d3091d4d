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

    /// - Parameter kept: what the place has of the scheme, by the names of the concepts.
    mutating func add(
        _ scheme: Scheme, _ concepts: [Concept], _ number: Int, isNew: Bool, kept: [String: KeptConcept]
    ) {
        var kept = kept
        var part = Part(scheme: scheme, number: number, isNew: isNew)
        for concept in concepts {
            guard let before = kept.removeValue(forKey: concept.id) else {
                part.new.append(NextVersion(concept, .adopted))
                continue
            }
            // What was merged or split here stays so; what the file says of it is kept for its readers all the same.
            let status: KeptConcept.Status = before.status == .superseded ? .superseded : .adopted
            if before.concept == concept, before.status == status {
                outcome.same += 1
            } else {
                part.changes.append((before, NextVersion(concept, status, successors: before.successors)))
            }
        }
        outcome.schemes.append(number)
        outcome.added += part.new.count
        outcome.changed += part.changes.count
        // What people proposed here was never in a file.
        let gone = kept.values.filter {
            $0.status == .adopted && !$0.concept.id.hasPrefix($0.concept.scheme + madeHere)
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
