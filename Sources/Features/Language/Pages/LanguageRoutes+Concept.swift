import FoundationEssentials
import HTML
import Lookup
import Places
import Storage
import Vocabulary
import Web
package import Words

extension LanguageRoutes {
    func showConcept(_ request: Request) async throws -> Reply {
        let page = try await conceptPage(try number(request), request)
        return self.page(page.title, page.body, request)
    }

    func comment(_ request: Request) async throws -> Reply {
        let number = try number(request)
        guard let person = request.reader.person else { throw Problem.signInFirst }
        guard try await store.concept(number, in: database) != nil else { throw Problem.notFound }
        let text = request.form.text("text", most: ChangeConcept.longestText)
        guard !text.isEmpty else { return .redirect(to: LanguagePath.concept(number).url) }
        let isSaid = try await database.transaction { transaction in
            try await talk.say(
                text, about: number, by: person.id, of: person.organisation?.id, at: services.clock(), in: transaction)
        }
        guard isSaid else { throw Problem.languageFull }
        return .redirect(to: LanguagePath.concept(number).url)
    }

    func proposeWord(_ request: Request) async throws -> Reply {
        let number = try number(request)
        guard let person = request.reader.person else { throw Problem.signInFirst }
        guard try await store.concept(number, in: database) != nil else { throw Problem.notFound }
        let words = request.form.text("words", most: ChangeConcept.longestLabel)
        guard !words.isEmpty else { return .redirect(to: LanguagePath.concept(number).url) }
        let word = Text(words, in: LanguageField.chosen(request.form["language"]))
        let isKept = try await database.transaction { transaction in
            try await talk.propose(word, for: number, by: person.id, at: services.clock(), in: transaction)
        }
        guard isKept else { throw Problem.languageFull }
        return .redirect(to: LanguagePath.concept(number).url)
    }

    func answerWord(_ request: Request) async throws -> Reply {
        let number = try number(request)
        guard let word = Int(request.form.text("word", most: 10)) else { throw Problem.notFound }
        let isTaken = request.form["answer"] == "taken"
        return try await afterChange(of: number, request) { change throws(LanguageRefusal) in
            try await change.answer(word, of: number, taking: isTaken)
        }
    }

    /// Does something with a concept and leads back to it, or says why it can't be done.
    func afterChange(
        of number: Int, _ request: Request, _ work: (ChangeConcept) async throws(LanguageRefusal) -> Void
    ) async throws -> Reply {
        do throws(LanguageRefusal) {
            try await work(change(request))
            return .redirect(to: LanguagePath.concept(number).url)
        } catch {
            switch error {
            case .storage(let problem): throw problem
            case .notThere: throw Problem.notFound
            default: throw Problem.language(error)
            }
        }
    }

    func conceptPage(_ number: Int, _ request: Request) async throws -> ConceptPage {
        let language = request.catalogue.language.code
        guard let now = try await store.concept(number, in: database),
            let scheme = try await store.scheme(now.scheme, in: database),
            now.status != .proposed || isMember(request)
        else { throw Problem.notFound }
        var history = try await store.history(of: number, in: database)
        if !isMember(request) {
            // What nobody ever adopted, and who did what, is for the place itself.
            guard history.contains(where: { $0.status != .proposed && $0.act.kind != .retire }) else {
                throw Problem.notFound
            }
            history = history.filter { $0.status != .proposed }.map(\.withoutNames)
        }
        var kept = now
        var day: CivilDate?
        if let text = request.query["at"] {
            guard let wanted = CivilDate(text) else { throw Problem.notFound }
            let end = wanted.midnight.addingTimeInterval(86_400)
            guard let version = history.first(where: { $0.since < end }) else { throw Problem.notFound }
            if version.version != now.version { day = wanted }
            kept = KeptConcept(
                number: number, scheme: now.scheme, version: version.version, status: version.status,
                concept: version.concept, successors: version.successors, since: version.since)
        }
        var page = ConceptPage(kept: kept, scheme: scheme, language: language)
        page.day = day
        page.history = history
        page.mayKeep = request.reader.may(.keepLanguage)
        page.tokenField = request.formTokenField
        page.broader = try await links(kept.concept.broader, in: language, request)
        page.related = try await links(kept.concept.related, in: language, request)
        page.narrower = try await store.under(kept.concept.id, in: database)
            .filter { $0.status == .adopted || isMember(request) }.prefix(200).map { link($0, in: language) }
        page.successors = try await store.concepts(kept.successors, in: database).map { link($0, in: language) }
        page.reading = try await readIn.reading(of: page.named, request)
        page.said = try await said(kept, in: language)
        page.uses = try await shared.words(for: number, withServices: isMember(request), in: database)
        if isMember(request), day == nil {
            page.talk = ConceptTalkView(
                number: number, comments: try await talk.comments(of: number, in: database),
                words: try await talk.words(of: number, in: database), language: language,
                mayTalk: request.reader.may(.addRecords) && request.reader.person != nil, mayKeep: page.mayKeep,
                tokenField: request.formTokenField)
        }
        return page
    }

    private func links(_ ids: [String], in language: String, _ request: Request) async throws -> [ConceptPage.Link] {
        try await store.concepts(named: Array(ids.prefix(200)), in: database)
            .filter { $0.status != .proposed || isMember(request) }
            .map { link($0, in: language) }
            .sorted { $0.label.words < $1.label.words }
    }

    private func link(_ kept: KeptConcept, in language: String) -> ConceptPage.Link {
        ConceptPage.Link(number: kept.number, id: kept.concept.id, label: kept.label(for: language))
    }

    /// How other schemes say it: by what this concept says of them, and by what they say of it.
    private func said(_ kept: KeptConcept, in language: String) async throws -> [ConceptPage.Said] {
        let schemes = try await store.schemes(in: database)
        func named(_ other: KeptConcept) -> ConceptPage.Link {
            ConceptPage.Link(
                number: other.number, id: other.concept.id, label: other.label(for: language),
                scheme: schemes.first { $0.number == other.scheme && other.scheme != kept.scheme }?.title(for: language)
            )
        }
        let mappings = Array(kept.concept.mappings.prefix(200))
        let known = Dictionary(
            try await store.concepts(named: Array(Set(mappings.map(\.target)).sorted()), in: database)
                .map { ($0.concept.id, $0) }
        ) { first, _ in first }
        // What isn't here is worth a line only where its address can be opened.
        var found = mappings.filter { known[$0.target] != nil || $0.target.hasPrefix("http") }.map { mapping in
            ConceptPage.Said(kind: mapping.kind, link: known[mapping.target].map(named), target: mapping.target)
        }
        let others = try await store.mapped(to: kept.concept.id, in: database)
        let saying = Dictionary(
            try await store.concepts(others.map(\.concept), in: database).map { ($0.number, $0) }
        ) { first, _ in first }
        for other in others {
            guard let one = saying[other.concept], !found.contains(where: { $0.target == one.concept.id }) else {
                continue
            }
            found.append(ConceptPage.Said(kind: other.kind.turned, link: named(one), target: one.concept.id))
        }
        return found
    }
}

extension Problem {
    /// Something that a facilitator or a member asked for can't be done with a concept.
    static func language(_ refusal: LanguageRefusal) -> Problem {
        Problem(
            status: 409, code: "LANG-001", title: "This can’t be done", detail: refusal.sentence,
            next: "Go back, look at the concept as it is now, and try again.")
    }

    static var languageFull: Problem {
        Problem(
            status: 409, code: "LANG-002", title: "This is full",
            detail: "So much has been said about this concept already that no more is taken.",
            next: "Speak with a facilitator.")
    }
}

extension LanguageRefusal {
    package var sentence: Phrase {
        switch self {
        case .notThere: "This concept isn’t here."
        case .changed: "Somebody has changed it since you saw it."
        case .empty: "Something is missing: a label, a reason, or which concepts are meant."
        case .labelTaken(let label): "“\(label)” is a label of it already."
        case .unsound(let problem): problem.sentence
        case .otherScheme: "The two are of different schemes. Those are mapped to each other, and not merged."
        case .sameConcept: "It is the same concept."
        case .nobodyCalled(let text):
            "There is no concept called “\(text)”. Give one of its labels whole, or its number."
        case .severalCalled(let text, let places):
            "More than one concept is called “\(text)”. Give the number of the one that you mean: \(places)."
        case .sameScheme: "Both are of the same list. Only concepts of different lists are mapped."
        case .cannotUndo: "It can’t be undone, because something was built on it since."
        case .storage: "It could not be kept."
        }
    }
}
