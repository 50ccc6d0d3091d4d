import FoundationEssentials
import Places
import Storage
import Web

/// Where a concept is used and in which words, as far as a reader may see that.
struct ConceptUses: Sendable {
    struct Use: Sendable, Hashable {
        let words: String
        let kind: OwnWord.Kind
        let organisation: String
        /// The published account that names the outcome; nil for a service, and for what no published account of its organisation names.
        let account: String?
        /// Whether a draft that the reader may see names the outcome.
        var isInDraft = false
    }

    /// Of the place's organisations, most used first, and at how many of them each.
    let words: [(words: String, count: Int)]
    let published: [Use]
    /// Outcomes of the reader's own organisation that no published account names.
    var own: [Use]
    let services: [Use]

    var all: [Use] { published + own + services }
}

/// Who wants to know where a concept is used.
struct UseReader: Sendable {
    /// Whether they see what services of the place are called.
    let isMember: Bool
    /// Of whose unpublished words they see some or all.
    let organisation: String?
}

extension SharedMeanings {
    /// - Parameter end: up to when: what it was used for then, as far as it can be read today; nil for now.
    func uses(
        of concept: Int, before end: Date? = nil, for reader: UseReader, in store: any Reading
    ) async throws(StorageError) -> ConceptUses {
        let words = try await OwnWords(place: place).uses(of: concept, before: end, in: store)
        let published = try await published(words, in: store)
        var (outcomes, own, services): ([ConceptUses.Use], [ConceptUses.Use], [ConceptUses.Use]) = ([], [], [])
        var counts: [String: Set<String>] = [:]
        for (organisation, word) in words {
            func use(_ words: String, _ account: String?) -> ConceptUses.Use {
                .init(words: words, kind: word.kind, organisation: organisation, account: account)
            }
            let found = word.kind == .outcome ? published[.init(organisation: organisation, key: word.key)] ?? [] : []
            outcomes += found.map { use($0.words, $0.account) }
            if word.kind == .service, reader.isMember { services.append(use(word.words, nil)) }
            if word.kind == .outcome, found.isEmpty, organisation == reader.organisation {
                own.append(use(word.words, nil))
            }
            if !found.isEmpty || word.kind == .service && reader.isMember {
                counts[word.words, default: []].insert(organisation)
            }
        }
        func ordered(_ uses: [ConceptUses.Use]) -> [ConceptUses.Use] {
            uses.sorted {
                ($0.words, $0.account ?? "", $0.organisation) < ($1.words, $1.account ?? "", $1.organisation)
            }
        }
        return ConceptUses(
            words: counts.map { (words: $0.key, count: $0.value.count) }
                .sorted { ($1.count, $0.words) < ($0.count, $1.words) },
            published: ordered(outcomes), own: ordered(own), services: ordered(services))
    }

    /// Those of the unpublished words of a reader's own organisation that they may see, and which of them a draft names.
    func seen(_ own: [ConceptUses.Use], _ request: Request) async throws -> [ConceptUses.Use] {
        guard !own.isEmpty, let organisation = request.reader.organisation else { return [] }
        let drafts = Set(try await accounts.own(request).filter { !$0.isPublished }.map { OwnWord.key($0.words) })
        return own.compactMap { use in
            var use = use
            use.isInDraft = drafts.contains(OwnWord.key(use.words))
            // Whoever is let in to one programme sees no outcome that only other programmes name.
            return use.isInDraft || organisation.programme == nil ? use : nil
        }
    }
}
