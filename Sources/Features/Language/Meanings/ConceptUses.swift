import FoundationEssentials
import Storage

/// Where a concept is used and in which words, as far as a reader may see that.
struct ConceptUses: Sendable {
    struct Use: Sendable, Hashable {
        let words: String
        let kind: OwnWord.Kind
        let organisation: String
        /// The published account that names the outcome; nil for a service, and for what stands in drafts of the reader's own organisation.
        let account: String?
    }

    /// Of the place's organisations, most used first, and at how many of them each.
    let words: [(words: String, count: Int)]
    /// Published outcomes first, then the reader's own drafts, then services.
    let all: [Use]
}

/// Who wants to know where a concept is used.
struct UseReader: Sendable {
    /// Whether they see what services of the place are called.
    let isMember: Bool
    /// Whose drafts they see.
    let organisation: String?
}

extension SharedMeanings {
    /// - Parameter end: up to when: what it was used for then, as far as it can be read today; nil for now.
    func uses(
        of concept: Int, before end: Date? = nil, for reader: UseReader, in store: any Reading
    ) async throws(StorageError) -> ConceptUses {
        let words = try await OwnWords(place: place).uses(of: concept, before: end, in: store)
        let published = try await published(words, in: store)
        var (outcomes, drafts, services): ([ConceptUses.Use], [ConceptUses.Use], [ConceptUses.Use]) = ([], [], [])
        var counts: [String: Int] = [:]
        for (organisation, word) in words {
            func use(_ words: String, _ account: String?) -> ConceptUses.Use {
                .init(words: words, kind: word.kind, organisation: organisation, account: account)
            }
            let found = word.kind == .outcome ? published[.init(organisation: organisation, key: word.key)] ?? [] : []
            outcomes += found.map { use($0.words, $0.account) }
            if word.kind == .service, reader.isMember { services.append(use(word.words, nil)) }
            if word.kind == .outcome, found.isEmpty, organisation == reader.organisation {
                drafts.append(use(word.words, nil))
            }
            if !found.isEmpty || word.kind == .service && reader.isMember { counts[word.words, default: 0] += 1 }
        }
        return ConceptUses(
            words: counts.map { (words: $0.key, count: $0.value) }
                .sorted { ($1.count, $0.words) < ($0.count, $1.words) },
            all: [outcomes, drafts, services].flatMap { uses in
                uses.sorted {
                    ($0.words, $0.account ?? "", $0.organisation) < ($1.words, $1.account ?? "", $1.organisation)
                }
            })
    }
}
