import Storage
package import Vocabulary

extension ChangeConcept {
    /// What somebody says of how one concept stands to one of another scheme.
    package struct MappingChange: Sendable, Equatable {
        package let concept: Int
        package let target: Int
        /// Nil takes back what was said.
        package let kind: Mapping.Kind?

        package init(concept: Int, target: Int, kind: Mapping.Kind?) {
            self.concept = concept
            self.target = target
            self.kind = kind
        }
    }

    /// Maps concepts to those of other schemes, all in one act that can be undone as one.
    ///
    /// - Throws: ``LanguageRefusal/sameScheme`` where a target is of the concept's own scheme: those are wider, narrower or related.
    package func map(_ changes: [MappingChange]) async throws(LanguageRefusal) {
        guard !changes.isEmpty else { throw .empty }
        try await act(.map, about: changes.map { "\($0.concept)" }.joined(separator: " ")) { act, transaction in
            var next: [(kept: KeptConcept, next: NextVersion)] = []
            for (number, changes) in Dictionary(grouping: changes, by: \.concept).sorted(by: { $0.key < $1.key }) {
                let kept = try await find(number, in: transaction)
                var concept = kept.concept
                for change in changes {
                    // What was said can be taken back whatever has become of the other one.
                    let target =
                        change.kind == nil
                        ? try await find(change.target, in: transaction)
                        : try await store.usable(change.target, in: transaction)
                    guard target.scheme != kept.scheme else { throw LanguageRefusal.sameScheme }
                    concept.mappings.removeAll { $0.target == target.concept.id }
                    if let kind = change.kind { concept.mappings.append(Mapping(kind, target.concept.id)) }
                }
                guard concept != kept.concept else { continue }
                next.append((kept, NextVersion(kept, saying: concept)))
            }
            guard !next.isEmpty else { throw LanguageRefusal.empty }
            try await check(next.map(\.next.concept), in: transaction)
            try await store.write(next, by: act, in: transaction)
        }
    }
}
