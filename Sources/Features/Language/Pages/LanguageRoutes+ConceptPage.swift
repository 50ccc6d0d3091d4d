import FoundationEssentials
import HTML
import Lookup
import Places
import Storage
import Vocabulary
import Web
import Words

extension LanguageRoutes {
    /// So many concepts around one are shown of a kind.
    private static let mostLinks = 200
    /// So many headings of one list stand under how others say it.
    private static let mostOfAList = 10
    /// So many of those that spoke of a concept on some day are looked at.
    private static let mostSpeaking = 1_000

    /// What is read of a concept, as of which moment and for whom.
    private struct Look {
        /// Up to when; nil for now.
        let end: Date?
        let isMember: Bool
        let language: String

        func isShown(_ kept: KeptConcept) -> Bool {
            kept.status == .adopted || kept.status == .proposed && isMember
        }
    }

    func conceptPage(_ number: Int, _ request: Request) async throws -> ConceptPage {
        let language = request.catalogue.language.code
        guard let now = try await store.concept(number, in: database),
            let scheme = try await store.scheme(now.scheme, in: database),
            now.status != .proposed || isMember(request)
        else { throw Problem.notFound }
        let history = try await history(of: number, request)
        var (kept, day): (KeptConcept, CivilDate?) = (now, nil)
        if let text = request.query["at"] {
            guard let wanted = CivilDate(text) else { throw Problem.notFound }
            if Self.end(of: wanted) <= services.clock() { day = wanted }
            kept = try await self.kept(now, on: wanted, history)
        }
        let look = Look(end: day.map(Self.end), isMember: isMember(request), language: language)
        var page = ConceptPage(kept: kept, scheme: scheme, language: language)
        page.day = day
        page.history = history
        page.mayKeep = request.reader.may(.keepLanguage)
        page.tokenField = request.formTokenField
        let around = try await concepts(named: kept.concept.broader + kept.concept.related, look)
        page.broader = links(around, kept.concept.broader, look)
        page.related = links(around, kept.concept.related, look)
        let speaking = try await speaking(of: kept, look)
        let narrower = try await narrower(of: kept, speaking, look)
        page.narrower = narrower.prefix(Self.mostLinks).map { link($0, in: language) }
        page.hasMoreNarrower = narrower.count > Self.mostLinks
        page.successors = try await successors(of: kept, look).map { link($0, in: language) }
        (page.said, page.hasMoreSaid) = try await said(kept, speaking, look)
        try await addUses(to: &page, of: number, look, request)
        if day == nil { page.reading = try await readIn.reading(of: page.named, request) }
        if isMember(request), day == nil {
            page.talk = ConceptTalkView(
                number: number, comments: try await talk.comments(of: number, in: database),
                words: try await talk.words(of: number, in: database), language: language,
                mayTalk: request.reader.may(.addRecords) && request.reader.person != nil, mayKeep: page.mayKeep,
                holds: kept.holds, tokenField: request.formTokenField)
        }
        return page
    }

    private static func end(of day: CivilDate) -> Date { day.midnight.addingTimeInterval(86_400) }

    private func history(of number: Int, _ request: Request) async throws -> [ConceptVersion] {
        let history = try await store.history(of: number, in: database)
        guard !isMember(request) else { return history }
        // What nobody ever adopted, and who did what, is for the place itself.
        guard history.contains(where: { $0.status != .proposed && $0.act.kind != .retire }) else {
            throw Problem.notFound
        }
        return history.filter { $0.status != .proposed }.map(\.withoutNames)
    }

    private func kept(
        _ now: KeptConcept, on day: CivilDate, _ history: [ConceptVersion]
    ) async throws -> KeptConcept {
        guard let version = history.first(where: { $0.since < Self.end(of: day) }) else { throw Problem.notFound }
        guard version.version != now.version else { return now }
        guard let said = try await store.version(version.version, of: now.number, in: database) else {
            throw Problem.notFound
        }
        return KeptConcept(
            number: now.number, scheme: now.scheme, version: version.version, status: said.status,
            concept: said.concept, successors: said.successors, since: version.since)
    }

    private func concepts(named ids: [String], _ look: Look) async throws -> [String: KeptConcept] {
        let wanted = Array(Set(ids).sorted().prefix(2 * Self.mostLinks))
        let found =
            if let end = look.end {
                try await store.concepts(named: wanted, before: end, in: database)
            } else { try await store.concepts(named: wanted, in: database) }
        return Dictionary(found.map { ($0.concept.id, $0) }) { first, _ in first }
    }

    private func links(_ known: [String: KeptConcept], _ ids: [String], _ look: Look) -> [ConceptPage.Link] {
        ids.compactMap { known[$0] }.filter { $0.status != .proposed || look.isMember }.prefix(Self.mostLinks)
            .map { link($0, in: look.language) }.sorted { $0.label.words < $1.label.words }
    }

    private func link(_ kept: KeptConcept, in language: String) -> ConceptPage.Link {
        ConceptPage.Link(number: kept.number, id: kept.concept.id, label: kept.label(for: language))
    }

    /// Those that spoke of a concept on a day; nobody is asked for now, where rows follow from what holds.
    private func speaking(of kept: KeptConcept, _ look: Look) async throws -> [KeptConcept] {
        guard let end = look.end else { return [] }
        return try await store.speaking(of: kept.concept.id, before: end, most: Self.mostSpeaking, in: database)
            .filter(look.isShown)
    }

    private func narrower(
        of kept: KeptConcept, _ speaking: [KeptConcept], _ look: Look
    ) async throws -> [KeptConcept] {
        guard look.end != nil else {
            return try await store.under(
                kept.concept.id, withProposed: look.isMember, most: Self.mostLinks + 1, in: database)
        }
        return speaking.filter { $0.concept.broader.contains(kept.concept.id) }
            .sorted { ($0.concept.sortKey, $0.number) < ($1.concept.sortKey, $1.number) }
    }

    private func successors(of kept: KeptConcept, _ look: Look) async throws -> [KeptConcept] {
        guard let end = look.end else { return try await store.concepts(kept.successors, in: database) }
        return try await store.concepts(kept.successors, before: end, in: database)
    }

    /// How other schemes say it: by what this concept says of them, and by what they say of it. A few of each list that was in use, and
    /// whether one has more.
    private func said(
        _ kept: KeptConcept, _ speaking: [KeptConcept], _ look: Look
    ) async throws -> (some: [ConceptPage.Said], hasMore: Bool) {
        let schemes = try await store.schemes(in: database)
        let outOfUse =
            if let end = look.end {
                try await store.listsOutOfUse(before: end, in: database)
            } else { Set(schemes.filter { !$0.isInUse }.map(\.number)) }
        func named(_ other: KeptConcept) -> ConceptPage.Link {
            ConceptPage.Link(
                number: other.number, id: other.concept.id, label: other.label(for: look.language),
                scheme: schemes.first { $0.number == other.scheme && other.scheme != kept.scheme }?
                    .title(for: look.language))
        }
        let mappings = Array(kept.concept.mappings.prefix(Self.mostLinks))
        let known = try await concepts(named: mappings.map(\.target), look)
        var shown: [Int: Int] = [:]
        var hasMore = false
        func takes(_ other: KeptConcept) -> Bool {
            guard !outOfUse.contains(other.scheme), other.status != .proposed || look.isMember else { return false }
            shown[other.scheme, default: 0] += 1
            let hasRoom = shown[other.scheme, default: 0] <= Self.mostOfAList
            hasMore = hasMore || !hasRoom
            return hasRoom
        }
        var found: [ConceptPage.Said] = []
        for mapping in mappings {
            // What isn't here is worth a line only where its address can be opened.
            if known[mapping.target].map(takes) ?? mapping.target.hasPrefix("http") {
                found.append(
                    ConceptPage.Said(
                        kind: mapping.kind, link: known[mapping.target].map(named), target: mapping.target))
            }
        }
        for (one, kind) in try await saying(of: kept, speaking, look)
        where !found.contains(where: { $0.target == one.concept.id }) && takes(one) {
            found.append(ConceptPage.Said(kind: kind.turned, link: named(one), target: one.concept.id))
        }
        return (found, hasMore)
    }

    private func saying(
        of kept: KeptConcept, _ speaking: [KeptConcept], _ look: Look
    ) async throws -> [(one: KeptConcept, kind: Mapping.Kind)] {
        let id = kept.concept.id
        guard look.end == nil else {
            return speaking.flatMap { one in
                one.concept.mappings.filter { $0.target == id }.map { (one: one, kind: $0.kind) }
            }
        }
        let others = try await store.mapped(to: id, mostOfAList: Self.mostOfAList + 1, in: database)
        let known = Dictionary(
            try await store.concepts(Array(Set(others.map(\.concept))).sorted(), in: database).filter(look.isShown)
                .map { ($0.number, $0) }
        ) { first, _ in first }
        return others.compactMap { other in known[other.concept].map { (one: $0, kind: other.kind) } }
    }

    private func addUses(
        to page: inout ConceptPage, of number: Int, _ look: Look, _ request: Request
    ) async throws {
        let reader = UseReader(
            isMember: look.isMember,
            organisation: request.reader.may(.seeWork) ? request.reader.organisation?.id : nil)
        var uses = try await shared.uses(of: number, before: look.end, for: reader, in: database)
        uses.own = try await shared.seen(uses.own, request)
        let shown = Array(uses.all.prefix(UsesView.most))
        let accounts = Set(shown.compactMap(\.account)).sorted()
        let places = accounts.isEmpty ? [:] : try await shared.accounts.places(accounts, request)
        var names: [String: String] = [:]
        if shown.contains(where: { $0.kind == .service }) {
            for each in try await OrganisationStore(place: place.id).all(in: database) { names[each.id] = each.name }
        }
        page.uses = uses.words
        page.places = UsesView(
            places: shown.compactMap { use in
                let account = use.account.flatMap { places[$0] }
                // It may have been withdrawn just now.
                guard use.account == nil || account != nil else { return nil }
                return UsesView.Place(use: use, account: account, organisation: names[use.organisation])
            }, others: uses.all.count - shown.count,
            words: uses.words.first?.words ?? page.kept.label(for: look.language).words)
    }
}
