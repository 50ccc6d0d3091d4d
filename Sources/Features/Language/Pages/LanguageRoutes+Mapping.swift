import HTML
import Lookup
import Places
import Storage
import Vocabulary
import Web
import Words

extension LanguageRoutes {
    /// How many concepts are offered for a heading.
    private static let mostOffered = 4
    func askToMap(_ request: Request) async throws -> Reply {
        guard let page = request.pageNumber else { throw Problem.notFound }
        return try await mapping(page, fault: nil, request)
    }

    func map(_ request: Request) async throws -> Reply {
        let scheme = try number(request)
        guard let kept = try await store.scheme(scheme, in: database) else { throw Problem.notFound }
        guard mayKeep(kept, request) else { throw Problem.notAllowed }
        let page = max(1, Int(request.form.text("page", most: 10)) ?? 1)
        // Those that the form showed, whatever has come to the list since.
        let shown = request.form.fields.all("concept").prefix(PageOf<KeptConcept>.size + 1).compactMap(Int.init)
        let concepts = try await store.concepts(shown, in: database).filter { $0.scheme == scheme }
        var changes: [ChangeConcept.MappingChange] = []
        for concept in concepts {
            for target in request.form.fields.all("drop-\(concept.number)").compactMap(Int.init) {
                changes.append(.init(concept: concept.number, target: target, kind: nil))
            }
            var targets = request.form.fields.all("to-\(concept.number)").prefix(Self.mostOffered).compactMap(Int.init)
            let other = request.form.text("other-\(concept.number)", most: 300)
            if !other.isEmpty {
                let found = try await store.called(other, notOf: scheme, in: database)
                guard let target = found.first, found.count == 1 else {
                    let refusal =
                        found.isEmpty
                        ? LanguageRefusal.nobodyCalled(other) : try await several(found, other, request)
                    return try await mapping(page, fault: refusal.sentence, request)
                }
                targets.append(target.number)
            }
            let kind = Mapping.Kind(rawValue: request.form.text("kind-\(concept.number)", most: 10)) ?? .close
            changes += Set(targets).sorted().map { .init(concept: concept.number, target: $0, kind: kind) }
        }
        do throws(LanguageRefusal) {
            try await change(request).map(changes)
            return .redirect(to: "\(LanguagePath.map(scheme).url)?page=\(page)")
        } catch {
            if case .storage(let problem) = error { throw problem }
            return try await mapping(page, fault: error == .empty ? "Choose a concept first." : error.sentence, request)
        }
    }

    private func onPage(_ page: Int, of scheme: Int) async throws(StorageError) -> [KeptConcept] {
        try await store.adoptedByLabel(
            of: scheme, from: PageOf<KeptConcept>.skipped(before: page), most: PageOf<KeptConcept>.size + 1,
            in: database)
    }

    private func mapping(_ page: Int, fault: Phrase?, _ request: Request) async throws -> Reply {
        guard let scheme = try await store.scheme(try number(request), in: database) else { throw Problem.notFound }
        guard mayKeep(scheme, request) else { throw Problem.notAllowed }
        let language = request.catalogue.language.code
        let schemes = try await store.schemes(in: database)
        var lines: [MappingPage.Line] = []
        let headings = try await onPage(page, of: scheme.number)
        let organisation = request.reader.organisation?.id ?? ""
        let known =
            headings.allSatisfy { !$0.concept.mappings.isEmpty }
            ? nil : try await desk.suggester(for: organisation, shared, services, in: database)
        for concept in headings {
            let targets = try await store.concepts(named: concept.concept.mappings.map(\.target), in: database)
            let mapped = concept.concept.mappings.compactMap { mapping in
                targets.first { $0.concept.id == mapping.target }.map { (target: $0, kind: mapping.kind) }
            }
            let offered =
                mapped.isEmpty ? try await self.offered(for: concept, known, organisation, language) : []
            lines.append(
                MappingPage.Line(
                    concept: concept, mapped: mapped,
                    offered: offered.map { one in
                        let scheme = schemes.first { $0.number == one.concept.scheme }
                        return MappingPage.Offer(
                            concept: one.concept, scheme: scheme?.title(for: language) ?? Text("", in: nil),
                            because: one.because)
                    }))
        }
        let result = MappingPage(
            scheme: scheme, lines: PageOf(lines, number: page), language: language, fault: fault,
            tokenField: request.formTokenField)
        return self.page(result.title, result.body, request, status: fault == nil ? 200 : 422)
    }

    /// Concepts of other schemes that a heading may mean: what the place's suggestions hold for likely enough, and where that is
    /// nothing, what is found by its words.
    private func offered(
        for concept: KeptConcept, _ known: PlaceSuggester?, _ organisation: String, _ language: String
    ) async throws -> [(concept: KeptConcept, because: Phrase?)] {
        let likely = known?.suggestions(forAnyOf: concept.names(for: language), organisation, most: 20) ?? []
        let suggested = try await adopted(likely.map(\.concept), besides: concept.scheme)
        guard suggested.isEmpty else {
            return suggested.map { other in
                let words = likely.first { $0.concept == other.number }?.because ?? []
                return (other, words.isEmpty ? nil : "because of \(words.map { "“\($0)”" }.joined(separator: ", "))")
            }
        }
        let found = try await TermStore(place: place.id).found(
            concept.label(for: language).words, .concept, for: [.everybody], language: language, most: 20, in: database)
        return try await adopted(found.compactMap { Int($0.item) }, besides: concept.scheme).map { ($0, nil) }
    }

    /// The first few of these that hold and are of another scheme, in their order.
    private func adopted(_ numbers: [Int], besides scheme: Int) async throws(StorageError) -> [KeptConcept] {
        let outOfUse = try await store.listsOutOfUse(in: database)
        let concepts = try await store.concepts(numbers, in: database)
        var offered: [KeptConcept] = []
        for number in numbers where offered.count < Self.mostOffered {
            guard let other = concepts.first(where: { $0.number == number }) else { continue }
            if other.scheme != scheme, other.status == .adopted, !outOfUse.contains(other.scheme) {
                offered.append(other)
            }
        }
        return offered
    }
}

extension KeptConcept {
    /// What it is called, by which it is compared with other concepts. Its definition would only hide that among other words.
    fileprivate func names(for language: String) -> [String] {
        let others = concept.labels.filter { $0.kind == .alternative }.map(\.text.words)
        return [label(for: language).words] + others.prefix(2)
    }
}
