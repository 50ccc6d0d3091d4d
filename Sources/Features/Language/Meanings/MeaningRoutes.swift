import CanonicalJSON
package import HTML
import Lookup
package import Places
import Storage
import Vocabulary
package import Web
import Words

/// What the words of an organisation mean: each member sees it, those who add records choose.
package struct MeaningRoutes: Sendable {
    let services: Services
    let place: Place
    let frame: Frame
    let accounts: AccountWords
    private let desk: SuggestionDesk

    package init(
        _ services: Services, place: Place, frame: @escaping Frame, accounts: AccountWords, desk: SuggestionDesk
    ) {
        self.services = services
        self.place = place
        self.frame = frame
        self.accounts = accounts
        self.desk = desk
    }

    package var routes: [Route] {
        [
            Route(.get, MeaningPath.base, access: .may(.seeWork), handler: show),
            Route(.post, MeaningPath.base, access: .may(.addRecords), handler: save),
            Route(.get, MeaningPath.suggest.url, access: .may(.seeWork), handler: suggest),
        ]
    }

    var database: any Database { services.database.at(place.id) }

    func organisation(_ request: Request) throws(Problem) -> SignedIn.Organisation {
        guard let organisation = request.reader.organisation else { throw .notAllowed }
        return organisation
    }

    private func lines(_ request: Request) throws(Problem) -> OwnLines {
        OwnLines(place: place.id, accounts: accounts, organisation: try organisation(request))
    }

    func suggestions(_ request: Request) throws(Problem) -> MeaningSuggestions {
        MeaningSuggestions(
            services: services, shared: SharedMeanings(place: place.id, accounts: accounts), desk: desk,
            organisation: try organisation(request).id, language: request.catalogue.language.code)
    }

    private func show(_ request: Request) async throws -> Reply {
        guard let number = request.pageNumber else { throw Problem.notFound }
        let all = try await lines(request).all(request, in: database)
        let open = all.filter { !$0.isDecided }, decided = all.filter(\.isDecided)
        var list = MeaningsPage.List.open
        var shown = open
        if let words = request.query[MeaningPath.oneName] {
            let key = OwnWord.key(words)
            (list, shown) = (.one, all.filter { $0.key == key })
            guard !shown.isEmpty else { throw Problem.notFound }
        } else if request.query[MeaningPath.listName] == "decided" {
            (list, shown) = (.decided, decided)
        }
        let skipped = PageOf<MeaningLine>.skipped(before: number)
        var some = Array(shown.dropFirst(skipped).prefix(PageOf<MeaningLine>.size + 1))
        guard number == 1 || !some.isEmpty else { throw Problem.notFound }
        if list != .decided, request.reader.may(.addRecords) {
            let known = try await suggestions(request).known(in: database)
            for index in some.indices.prefix(PageOf<MeaningLine>.size) {
                try await offer(&some[index], knowing: known, request)
            }
        }
        let page = MeaningsPage(
            organisation: try organisation(request).name, list: list, lines: PageOf(some, number: number),
            open: open.count, decided: decided.count, mayChoose: request.reader.may(.addRecords),
            tokenField: request.formTokenField)
        return request.page(frame(page.title, request, page.body))
    }

    /// Puts what may be meant beside words.
    private func offer(_ line: inout MeaningLine, knowing known: PlaceSuggester?, _ request: Request) async throws {
        let language = request.catalogue.language.code
        var left: Set<Int> = []
        if line.isSplit, let chosen = line.chosen,
            let kept = try await OwnWords(place: place.id).today(of: [chosen], in: database)[chosen]
        {
            line.choices = try await ConceptStore(place: place.id).concepts(kept.successors, in: database)
                .map { MeaningChoice($0, language: language) }
        }
        if let meaning = line.meaning { left.insert(meaning.number) }
        left.formUnion(line.choices.map(\.number))
        line.choices += try await suggestions(request).choices(
            for: line.words, of: line.kind, except: left, knowing: known, in: database)
    }

    /// For the pages of an account: how many of its outcomes have no shared word yet, and the way to say what they mean.
    package func note(_ outcomes: [String], _ request: Request) async throws -> HTML {
        guard request.reader.may(.addRecords), let organisation = request.reader.organisation else { return .nothing }
        let known = try await OwnWords(place: place.id).meanings(of: organisation.id, in: database)
        let keys = Set(known.filter { $0.kind == .outcome }.map(\.key))
        let count = Set(outcomes.filter { $0.count <= OwnWord.longest }.map(OwnWord.key)).subtracting(keys).count {
            !$0.isEmpty
        }
        guard count > 0 else { return .nothing }
        return p {
            Phrase(
                one: "\(count) outcome has no shared word yet.", other: "\(count) outcomes have no shared word yet.",
                count: count)
            verbatim(" ")
            a(.href(MeaningPath.open.url)) { "Say what your words mean" }
        }
    }

    private func save(_ request: Request) async throws -> Reply {
        let organisation = try organisation(request)
        let left = try await SaveMeanings(
            place: place.id, organisation: organisation.id, author: request.reader.person?.id, moment: services.clock()
        ).run(MeaningForm(request.form), in: database)
        guard !left.isEmpty else { return .redirect(to: MeaningPath.open.url) }
        var (lines, faults) = ([MeaningLine](), FormFaults())
        let known = try await suggestions(request).known(in: database)
        for (number, answer) in left.enumerated() {
            var line = try await self.lines(request).line(answer.words, answer.kind, request, in: database)
            if answer.typed.isEmpty {
                try await offer(&line, knowing: known, request)
                if !answer.isNew, line.chosen != answer.was {
                    line.fault = "Somebody else chose this meanwhile. Choose again if you mean another one."
                    faults.add("Somebody else chose what “\(line.words)” means.", at: "words-\(number)")
                } else if let chosen = answer.chosen,
                    let refusal = try await ConceptStore(place: place.id).obstacle(to: chosen, in: database)
                {
                    line.fault = refusal.sentence
                    faults.add(refusal.sentence, at: "find-\(number)")
                }
            } else {
                line.choices = try await suggestions(request).found(answer.typed, most: 10, in: database)
                    .filter { $0.number != line.meaning?.number }
                line.typed = line.choices.isEmpty ? answer.typed : ""
                if line.choices.isEmpty {
                    line.fault = "No shared word goes with “\(answer.typed)”. Try another one, or leave this empty."
                    faults.add("No shared word goes with “\(answer.typed)”.", at: "find-\(number)")
                }
            }
            lines.append(line)
        }
        let page = MeaningsPage(
            organisation: organisation.name, list: .one, lines: PageOf(lines, number: 1), open: 0, decided: 0,
            mayChoose: true, isStep: true, faults: faults, tokenField: request.formTokenField)
        var reply = request.page(frame(page.title, request, page.body))
        reply.status = faults.isEmpty ? 200 : 422
        return reply
    }

    /// For the script: what a few words may stand for.
    private func suggest(_ request: Request) async throws -> Reply {
        let text = String((request.query["text"] ?? "").prefix(OwnWord.longest))
        let suggestions = try suggestions(request)
        let choices: [MeaningChoice] =
            switch request.query["kind"].flatMap(OfferingField.Purpose.init) {
            case _ where text.isEmpty: []
            case .words:
                try await suggestions.choices(
                    for: text, of: nil, knowing: try await suggestions.known(in: database), in: database)
            case .service:
                try await suggestions.choices(
                    for: text, of: .service, knowing: try await suggestions.known(in: database), in: database)
            case .search, nil: try await suggestions.found(text, most: 8, in: database)
            }
        return .json([
            "suggestions": .array(
                choices.map { choice in
                    [
                        "number": .integer(choice.number), "label": .string(choice.label.words),
                        "language": .text(choice.label.language),
                        "said": .string(
                            request.catalogue.text(
                                choice.isSaidByOthers
                                    ? "Others here call this “\(choice.label.words)”"
                                    : Phrase(verbatim: choice.label.words))),
                        "because": .text(choice.because.map(request.catalogue.text)),
                        "definition": .text(choice.definition?.words),
                    ]
                })
        ])
    }
}
