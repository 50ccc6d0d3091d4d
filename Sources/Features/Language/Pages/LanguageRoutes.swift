import Documents
import FoundationEssentials
import HTML
import Jobs
package import Lookup
package import Places
import Storage
import Vocabulary
package import Web
import Words

/// The thesaurus of a place: everybody reads it, members propose and discuss, facilitators keep it.
package struct LanguageRoutes: Sendable {
    let services: Services
    let place: Place
    let frame: Frame
    /// Which words for a concept everybody may see.
    let shared: SharedMeanings
    let readIn: ReadIn
    /// To be called when what pages offer was changed.
    let changed: @Sendable () -> Void
    let desk: SuggestionDesk
    private let written = WrittenSchemes()
    /// Schemes that hold more are written for members only.
    private static let mostForAnybody = 20_000

    package init(
        _ services: Services, place: Place, frame: @escaping Frame, accounts: AccountWords, desk: SuggestionDesk,
        readIn: ReadIn, changed: @escaping @Sendable () -> Void
    ) {
        self.changed = changed
        self.desk = desk
        self.readIn = readIn
        shared = SharedMeanings(place: place.id, accounts: accounts)
        self.services = services
        self.place = place
        self.frame = frame
    }

    var store: ConceptStore { ConceptStore(place: place.id) }
    var talk: ConceptTalk { ConceptTalk(place: place.id) }
    var database: any Database { services.database.at(place.id) }

    package var routes: [Route] {
        [
            Route(.get, LanguagePath.home.url, access: .anyone, handler: showHome),
            Route(.get, LanguagePath.scheme(":number").url, access: .anyone, handler: showScheme),
            Route(.get, LanguagePath.concept(":number").url, access: .anyone, handler: showConcept),
            Route(.post, LanguagePath.comment(":number").url, access: .may(.addRecords), handler: comment),
            Route(.post, LanguagePath.word(":number").url, access: .may(.addRecords), handler: proposeWord),
            Route(.post, LanguagePath.answerWord(":number").url, access: .may(.keepLanguage), handler: answerWord),
            Route(.get, LanguagePath.propose.url, access: .may(.addRecords), handler: askToPropose),
            Route(.post, LanguagePath.propose.url, access: .may(.addRecords), handler: propose),
            Route(.get, LanguagePath.change(":number").url, access: .may(.keepLanguage), handler: askToChange),
            Route(.post, LanguagePath.edit(":number").url, access: .may(.keepLanguage), handler: edit),
            Route(.post, LanguagePath.adopt(":number").url, access: .may(.keepLanguage), handler: adopt),
            Route(.post, LanguagePath.retire(":number").url, access: .may(.keepLanguage), handler: retire),
            Route(.post, LanguagePath.replace(":number").url, access: .may(.keepLanguage), handler: replace),
            Route(.post, LanguagePath.merge(":number").url, access: .may(.keepLanguage), handler: merge),
            Route(.post, LanguagePath.split(":number").url, access: .may(.keepLanguage), handler: split),
            Route(.post, LanguagePath.undo(":id").url, access: .may(.keepLanguage), handler: undo),
            Route(.post, LanguagePath.retireList(":number").url, access: .may(.keepLists), handler: retireList),
            Route(.post, LanguagePath.restoreList(":number").url, access: .may(.keepLists), handler: restoreList),
            Route(.get, LanguagePath.map(":number").url, access: .may(.keepLists), handler: askToMap),
            Route(.post, LanguagePath.map(":number").url, access: .may(.keepLists), handler: map),
            Route(.get, LanguagePath.load.url, access: .may(.keepLists), handler: askForFile),
            Route(.post, LanguagePath.load.url, access: .may(.keepLists), body: .upload, handler: load),
            Route(.post, LanguagePath.loadOurs.url, access: .may(.keepLanguage), handler: loadOurs),
            Route(.get, LanguagePath.loading(":id").url, access: .may(.keepLists), handler: showLoading),
            Route(.post, LanguagePath.stop(":id").url, access: .may(.keepLists), handler: stopLoading),
        ]
            + ThesaurusFilePlan.Format.allCases.map { format in
                Route(.get, LanguagePath.file(":number", form: format.rawValue).url, access: .anyone) { request in
                    try await download(request, as: format)
                }
            }
    }

    func page(_ title: Phrase, _ body: HTML, _ request: Request, status: Int = 200) -> Reply {
        var reply = request.page(frame(title, request, body))
        reply.status = status
        return reply
    }

    /// Whether somebody sees what is only proposed, and what people say about it.
    func isMember(_ request: Request) -> Bool { request.reader.may(.seePlace) }

    /// Whether somebody may change a scheme: facilitators all, others their own organisation's.
    func mayKeep(_ scheme: KeptScheme, _ request: Request) -> Bool {
        if request.reader.may(.keepLanguage) { return true }
        return request.reader.may(.keepLists) && scheme.organisation != nil
            && scheme.organisation == request.reader.organisation?.id
    }

    func number(_ request: Request) throws(Problem) -> Int {
        guard let number = Int(request.parameters["number"] ?? ""), number > 0 else { throw .notFound }
        return number
    }

    func change(_ request: Request) -> ChangeConcept {
        ChangeConcept(services, place: place.id, author: request.reader.person?.id)
    }

    private func showHome(_ request: Request) async throws -> Reply {
        let language = request.catalogue.language.code
        let schemes = try await store.schemes(in: database)
        let owners = try await store.owners(of: schemes, in: database)
        let counts = try await store.counts(in: database)
        let lines = schemes.map { scheme in
            LanguageHomePage.Line(
                number: scheme.number, title: scheme.title(for: language), count: counts[scheme.number] ?? 0,
                owner: owners[scheme.number], isInUse: scheme.isInUse)
        }
        let page = LanguageHomePage(
            schemes: lines,
            proposed: isMember(request) ? try await store.proposed(most: 50, in: database) : [],
            language: language, mayPropose: request.reader.may(.addRecords),
            mayKeep: request.reader.may(.keepLists))
        return self.page(page.title, page.body, request)
    }

    private func showScheme(_ request: Request) async throws -> Reply { try await schemePage(request) }

    func schemePage(_ request: Request, faults: FormFaults = [:]) async throws -> Reply {
        guard let scheme = try await store.scheme(try number(request), in: database),
            let pageNumber = request.pageNumber
        else { throw Problem.notFound }
        var under: KeptConcept?
        if let text = request.query["under"] {
            guard let number = Int(text), let found = try await store.concept(number, in: database),
                found.status != .proposed || isMember(request)
            else { throw Problem.notFound }
            under = found
        }
        let found = try await store.concepts(
            of: scheme.number, under: under?.concept.id, withProposed: isMember(request),
            from: PageOf<KeptConcept>.skipped(before: pageNumber), most: PageOf<KeptConcept>.size + 1, in: database)
        let concepts = PageOf(found, number: pageNumber)
        guard !concepts.isBeyondTheEnd else { throw Problem.notFound }
        let page = SchemePage(
            scheme: scheme, under: under, concepts: concepts,
            counts: try await store.countsUnder(concepts.items.map(\.concept.id), in: database),
            language: request.catalogue.language.code,
            use: ListUseView(
                scheme: scheme, changes: try await store.listChanges(of: scheme.number, in: database),
                isMember: isMember(request), mayKeep: mayKeep(scheme, request), faults: faults,
                tokenField: request.formTokenField),
            owner: try await store.owners(of: [scheme], in: database)[scheme.number],
            reading: try await readIn.reading(of: concepts.items.map { .concept($0.concept.id) }, request))
        return self.page(page.title, page.body, request, status: faults.isEmpty ? 200 : 422)
    }

    private func download(_ request: Request, as format: ThesaurusFilePlan.Format) async throws -> Reply {
        guard let scheme = try await store.scheme(try number(request), in: database) else { throw Problem.notFound }
        let state = try await store.state(of: scheme.number, in: database)
        let key = WrittenSchemes.Key(scheme: scheme.number, format: format)
        let name = "thesaurus-\(scheme.number).\(format.ending)"
        let isStranger = !isMember(request)
        if isStranger, await !written.holds(key, at: state),
            try await store.count(of: scheme.number, in: database) > Self.mostForAnybody
        {
            throw Problem.signInFirst
        }
        do {
            let bytes = try await written.file(key, at: state, isForAnybody: isStranger) {
                try await services.worker.write(ThesaurusFilePlan(format, try await whole(scheme)))
            }
            guard let bytes else { throw Problem.signInFirst }
            return .download(.shared(bytes), name: name, contentType: format.mediaType)
        } catch let problem as WorkerProblem {
            services.log.failure("thesaurus", [("request", request.id), ("error", "\(problem)")])
            throw Problem.failed(request: request.id)
        }
    }

    /// All of a scheme that holds now.
    private func whole(_ scheme: KeptScheme) async throws(StorageError) -> Thesaurus {
        var thesaurus = Thesaurus(schemes: [scheme.scheme])
        var after = 0
        while true {
            let some = try await store.adopted(of: scheme.number, after: after, most: 2_000, in: database)
            thesaurus.concepts += some.map(\.concept)
            guard some.count == 2_000, let last = some.last else { break }
            after = last.number
        }
        thesaurus.leaveOutWhatIsGone()
        return thesaurus
    }
}

extension Thesaurus {
    /// A file holds what holds now, and so leads to nothing else.
    fileprivate mutating func leaveOutWhatIsGone() {
        let known = Set(concepts.map(\.id))
        for number in concepts.indices {
            concepts[number].broader.removeAll { !known.contains($0) }
            concepts[number].related.removeAll { !known.contains($0) }
        }
    }
}

extension ThesaurusFilePlan.Format {
    var ending: String {
        switch self {
        case .turtle: "ttl"
        case .jsonLD: "jsonld"
        case .csv: "csv"
        }
    }

    var mediaType: String {
        switch self {
        case .turtle: "text/turtle; charset=utf-8"
        case .jsonLD: "application/ld+json"
        case .csv: "text/csv; charset=utf-8"
        }
    }
}
