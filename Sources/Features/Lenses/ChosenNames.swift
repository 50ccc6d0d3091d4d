import Lookup
import Vocabulary
import Web
import Words

extension LensSource {
    /// What the scheme with this key calls what a page names; nil where there is no such scheme.
    func names(of named: [Nameable], key: String, language: String) async throws -> OtherNames? {
        guard let chosen = try await chosen(key, language) else { return nil }
        let outcomes = named.compactMap { one in
            if case .outcome(let words, let account) = one { NamedOutcome(words: words, account: account) } else { nil }
        }
        let meant = outcomes.isEmpty ? [:] : try await self.meant(outcomes)
        func concepts(_ one: Nameable) -> [String] {
            switch one {
            case .concept(let id): [id]
            case .outcome(let words, let account): meant[NamedOutcome(words: words, account: account)] ?? []
            }
        }
        // The same rule as for an account: the nearest word of any that something stands for counts.
        let read = LensReading(Array(Set(named)), through: chosen.lens, concepts: concepts)
        let words = Dictionary(
            try await chosen.concepts(Set(read.groups.map(\.concept))).map { ($0.id, $0.label(for: language)) }
        ) { first, _ in first }
        var names: [Nameable: OtherNames.Name] = [:]
        for group in read.groups {
            guard let words = words[group.concept] else { continue }
            for line in group.lines {
                names[line.item] = OtherNames.Name(words: words, likeness: line.match.likeness)
            }
        }
        return OtherNames(list: chosen.choice.title, isInUse: chosen.choice.isInUse, names: names)
    }
}
