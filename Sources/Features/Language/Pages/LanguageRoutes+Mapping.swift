import HTML
import Lookup
import Places
import Storage
import Vocabulary
import Web
import Words

extension LanguageRoutes {
    func askToMap(_ request: Request) async throws -> Reply {
        guard let page = request.pageNumber else { throw Problem.notFound }
        let scheme = try await schemeToMap(request)
        return try await mapping(scheme, page, onPage(page, of: scheme.number), request)
    }

    func map(_ request: Request) async throws -> Reply {
        let scheme = try await schemeToMap(request)
        let form = MappingForm(request.form)
        let again = "\(LanguagePath.map(scheme.number).url)?page=\(form.page)"
        let kept = try await store.concepts(form.shown, in: database).filter { $0.scheme == scheme.number }
        let headings = form.shown.compactMap { number in kept.first { $0.number == number } }
        guard let first = headings.first else { return .redirect(to: again) }
        var changes: [ChangeConcept.MappingChange] = []
        var faults = FormFaults()
        for heading in headings {
            do throws(LanguageRefusal) {
                changes += try await self.changes(of: heading, form[heading.number], request)
            } catch {
                if case .storage(let problem) = error { throw problem }
                faults.add(error.sentence, at: MappingForm.other(heading.number))
            }
        }
        if faults.isEmpty {
            do throws(LanguageRefusal) {
                try await change(request).map(changes)
                return .redirect(to: again)
            } catch {
                if case .storage(let problem) = error { throw problem }
                let wrong = headings.first { error.isAbout($0) } ?? first
                faults.add(
                    error == .empty ? "Choose a concept first." : error.sentence, at: MappingForm.other(wrong.number))
            }
        }
        let further = try await onPage(form.page, of: scheme.number).dropFirst(PageOf<KeptConcept>.size)
        return try await mapping(scheme, form.page, headings + further, request, again: form, faults)
    }

    /// What is to change for a heading.
    private func changes(
        of heading: KeptConcept, _ answer: MappingForm.Answer, _ request: Request
    ) async throws(LanguageRefusal) -> [ChangeConcept.MappingChange] {
        var targets = Set(answer.ticked)
        if !answer.other.isEmpty {
            let found: [KeptConcept]
            var several: LanguageRefusal?
            do throws(StorageError) {
                found = try await store.called(answer.other, notOf: heading.scheme, in: database)
                if found.count > 1 { several = try await self.several(found, answer.other, request) }
            } catch {
                throw .storage(error)
            }
            if let several { throw several }
            guard let target = found.first else { throw .nobodyCalled(answer.other) }
            targets.insert(target.number)
        }
        for target in targets { _ = try await store.usable(target, in: database) }
        let dropped = answer.dropped.sorted().map {
            ChangeConcept.MappingChange(concept: heading.number, target: $0, kind: nil)
        }
        return dropped
            + targets.sorted().map {
                ChangeConcept.MappingChange(concept: heading.number, target: $0, kind: answer.kind)
            }
    }

    private func schemeToMap(_ request: Request) async throws -> KeptScheme {
        guard let scheme = try await store.scheme(try number(request), in: database) else { throw Problem.notFound }
        guard mayKeep(scheme, request) else { throw Problem.notAllowed }
        return scheme
    }

    private func onPage(_ page: Int, of scheme: Int) async throws(StorageError) -> [KeptConcept] {
        try await store.adoptedByLabel(
            of: scheme, from: PageOf<KeptConcept>.skipped(before: page), most: PageOf<KeptConcept>.size + 1,
            in: database)
    }

    /// - Parameters:
    ///   - headings: those of the page, and one more where there is a page after it.
    ///   - form: what was chosen, where it couldn't be kept.
    private func mapping(
        _ scheme: KeptScheme, _ page: Int, _ headings: [KeptConcept], _ request: Request,
        again form: MappingForm? = nil, _ faults: FormFaults = [:]
    ) async throws -> Reply {
        let language = request.catalogue.language.code
        let schemes = try await store.schemes(in: database)
        var lines: [MappingPage.Line] = []
        let organisation = request.reader.organisation?.id ?? ""
        let known =
            headings.allSatisfy { !$0.concept.mappings.isEmpty }
            ? nil : try await desk.suggester(for: organisation, shared, services, in: database)
        for concept in headings {
            let targets = try await store.concepts(named: concept.concept.mappings.map(\.target), in: database)
            let mapped = concept.concept.mappings.compactMap { mapping in
                targets.first { $0.concept.id == mapping.target }.map { (target: $0, kind: mapping.kind) }
            }
            let answer = form?[concept.number]
            var offered = mapped.isEmpty ? try await self.offered(for: concept, known, organisation, language) : []
            // What was ticked stands there again, even where other words are likelier by now.
            let further = (answer?.ticked ?? []).filter { number in !offered.contains { $0.concept.number == number } }
            offered += try await store.concepts(further, in: database).map { (concept: $0, because: nil) }
            lines.append(
                MappingPage.Line(
                    concept: concept, mapped: mapped,
                    offered: offered.map { one in
                        let scheme = schemes.first { $0.number == one.concept.scheme }
                        return MappingPage.Offer(
                            concept: one.concept, scheme: scheme?.title(for: language) ?? Text("", in: nil),
                            because: one.because)
                    }, answer: answer ?? MappingForm.Answer()))
        }
        let result = MappingPage(
            scheme: scheme, lines: PageOf(lines, number: page), language: language, faults: faults,
            tokenField: request.formTokenField)
        return self.page(result.title, result.body, request, status: faults.isEmpty ? 200 : 422)
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
                (other, likely.first { $0.concept == other.number }?.reason)
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
        for number in numbers where offered.count < MappingForm.mostTicked {
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

extension LanguageRefusal {
    /// Whether it says that a concept would be unsound.
    fileprivate func isAbout(_ kept: KeptConcept) -> Bool {
        if case .unsound(let problem) = self { problem.concept == kept.concept.id } else { false }
    }
}
