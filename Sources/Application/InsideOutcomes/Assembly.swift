import Publishing
import CanonicalJSON
import Configuration
import FoundationEssentials
import Imports
import Jobs
import Language
import Lenses
import Lookup
import Mail
import People
import Places
import Retention
import Storage
import Trail
import Vocabulary
import Web
import Words

/// Puts the features together: their routes, their jobs, and the links between them.
struct Assembly: Sendable {
    let routes: [Route]
    let frame: Frame
    private let services: Services
    private let place: Place
    private let shelf: AccountShelf
    private let understood: UnderstoodImports
    private let maker: AccountMaker

    init(
        _ services: Services, place: Place, understood: UnderstoodImports, shelf: AccountShelf, desk: PasswordDesk,
        suggestions: SuggestionDesk
    ) {
        self.shelf = shelf
        self.understood = understood
        self.services = services
        self.place = place
        let frame = SiteFrame(
            assets: services.assets, catalogues: services.catalogues, home: AccountPath.home.url,
            search: SearchPath.base,
            scripts: [
                SiteFrame.Script("autosave.js") { $0.hasPrefix(ImportPath.one("").url) },
                SiteFrame.Script("suggest.js") { path in
                    path.hasPrefix(MeaningPath.open.url) || path.hasPrefix(ImportPath.one("").url)
                        || path.hasSuffix(AccountPath.correctionEnd)
                },
            ],
            items: [
                SiteFrame.Item("Accounts", AccountPath.home.url, access: .anyone),
                SiteFrame.Item("Shared words", LanguagePath.home.url, access: .anyone),
                SiteFrame.Item("New account", ImportPath.new.url, access: .may(.addRecords)),
                SiteFrame.Item("Organisation", PeoplePath.organisation.url, access: .may(.seeMembers)),
                SiteFrame.Item("Place", PeoplePath.place.url, access: .may(.convene)),
            ]
        ).frame
        self.frame = frame
        maker = AccountMaker(
            worker: services.worker, style: String(decoding: services.assets.bytes("style.css") ?? [], as: UTF8.self))
        let people = PeopleRoutes(
            services, place: place, desk: desk, frame: frame, home: AccountPath.home.url, trail: TrailPath.page.url,
            kept: RetentionPath.page.url, action: TrailWords.action,
            founded: { await LoadThesaurusJob(services, place: place.id).bringOurs() },
            said: { person, language in try await Self.said(by: person, language, services, place) })
        let words = Self.accountWords(services, place)
        let meanings = MeaningRoutes(services, place: place, frame: frame, accounts: words, desk: suggestions)
        let lenses = LensRoutes(
            services, place: place.id, frame: frame, source: PlaceLenses(services, place: place.id).source,
            made: MadeReadings())
        let readIn = lenses.readIn
        let accounts = AccountRoutes(
            services, place: place, frame: frame, shelf: shelf, understood: understood, maker: maker,
            examples: Examples(
                sourceAddress: DemoRoutes.address(of:), left: { try await DemoPlace.left(in: place, services) }),
            joining: Joining(
                address: people.addressToAsk, waiting: people.countRequests, answers: PeoplePath.place.url),
            wordsNote: { outcomes, request in try await meanings.note(outcomes, request) },
            words: lenses.otherWords, offers: meanings.offers, readIn: readIn)
        let routes =
            people.routes
            + RetentionRoutes(services, place: place, frame: frame).routes
            + TrailRoutes(services, place: place, frame: frame).routes
            + LanguageRoutes(
                services, place: place, frame: frame, accounts: words, desk: suggestions, readIn: readIn,
                changed: { shelf.clear() }
            ).routes
            + meanings.routes
            + DifferRoutes(services, place: place, frame: frame, accounts: words, readIn: readIn).routes
            + accounts.routes
            + lenses.routes
            + SearchRoutes(
                services, place: place.id, frame: frame, home: AccountPath.list(.published).url,
                readIn: readIn, searchables: Self.searchables(services, place), audiences: Self.audiences
            ).routes
            + ImportRoutes(
                services, place: place, frame: frame, understood: understood, sequel: accounts.sequel,
                offers: meanings.offers
            ).routes
            + TemplateRoutes(services).routes + DemoRoutes(services).routes + [IconRoute.route(services.assets)]
            + HealthRoutes(services.database).routes
        self.routes = routes + [DescriptionRoute.route(routes)]
    }

    /// What somebody said about shared words, for the page of what is held about them.
    private static func said(
        by person: String, _ language: String, _ services: Services, _ place: Place
    ) async throws -> [OwnData.Said] {
        let database = services.database.at(place.id)
        let said = try await ConceptTalk(place: place.id).said(by: person, in: database)
        let concepts = try await ConceptStore(place: place.id).concepts(
            Array(Set(said.map(\.concept))).sorted(), in: database)
        let labels = Dictionary(concepts.map { ($0.number, $0.label(for: language).words) }) { first, _ in first }
        return said.map { OwnData.Said($0.text, about: labels[$0.concept] ?? "\($0.concept)", at: $0.moment) }
    }

    /// What accounts say, for those who ask what its words mean.
    private static func accountWords(_ services: Services, _ place: Place) -> AccountWords {
        AccountWords(
            own: { request in
                try await AccountStore(services, place.id, request).ownOutcomes(most: 2_000).map { outcome in
                    AccountWords.Outcome(
                        words: outcome.name, language: outcome.language, title: outcome.title,
                        isPublished: outcome.isPublished)
                }
            },
            published: { words, store throws(StorageError) in
                try await AccountStore(services.database, place: place.id, organisation: nil)
                    .publishedOutcomes(named: words, in: store).map { outcome in
                        AccountWords.Published(
                            words: outcome.name, account: outcome.account, organisation: outcome.organisation)
                    }
            },
            places: { accounts, request in
                let found = try await AccountStore(services, place.id, request).accounts(named: accounts)
                return found.reduce(into: [:]) { places, account in
                    guard account.withdrawal == nil, let edition = account.current else { return }
                    places[account.id] = AccountWords.Place(
                        title: edition.shortTitle, language: edition.language,
                        address: AccountPath.one(account.id).url)
                }
            })
    }

    /// Where strangers begin what a server that changes nothing can't finish.
    static let beginnings: Set<String> = [
        PeoplePath.owner.url, PeoplePath.signIn.url, PeoplePath.join.url, PeoplePath.elsewhere.url, PeoplePath.back.url,
        PeoplePath.ask.url, PeoplePath.confirmAsking.url,
    ]

    /// What can be found, in the order in which it is shown.
    private static func searchables(_ services: Services, _ place: Place) -> [any Searchable] {
        [
            FindConcepts(services.database, place: place.id),
            FindAccounts(services, place: place.id), FindOutcomes(services, place: place.id),
            FindOrganisations(services, place: place.id) { organisation, request in
                if organisation.id == request.reader.organisation?.id, request.reader.may(.seeMembers) {
                    PeoplePath.organisation.url
                } else if request.reader.may(.convene) {
                    PeoplePath.place.url
                } else {
                    SearchPath.kind(organisation.name, .account).url
                }
            },
        ]
    }

    /// To whom a reader belongs, so that they find what is for them and nothing else.
    private static let audiences: @Sendable (Request) -> [Audience] = { request in
        var audiences = [Audience.everybody]
        if request.reader.may(.seePlace) { audiences.append(.members) }
        if request.reader.may(.seeWork), let organisation = request.reader.organisation {
            audiences.append(.organisation(organisation.id))
        }
        return audiences
    }

    /// Makes what the place's search finds anew, where that is due.
    var terms: MakeTerms { MakeTerms(place: place.id, Self.searchables(services, place), services.database) }

    /// Who does the place's work, by its kind.
    var handlers: [String: JobHandler] {
        let (services, place, understood, maker, shelf) = (services, place, understood, maker, shelf)
        let drafts: @Sendable (String) -> MakeDraft = { organisation in
            MakeDraft(services, place: place.id, organisation: organisation, understood: understood, maker: maker)
        }
        let reader = ReadUpload(services, place: place.id, understood) { purpose, importID, transaction in
            guard let correction = Correction(json: purpose) else { return }
            try await AccountStore(services.database, place: place.id, organisation: nil).begin(
                correction, with: importID, in: transaction)
        }
        let nightly = NightlyWork(services, place: place, understood: understood)
        let demo = DemoPlace(services: services, place: place, drafts: drafts, understood: understood, shelf: shelf)
        let thesaurus = LoadThesaurusJob(services, place: place.id)
        return [
            LoadThesaurusJob.kind: { job, progress in
                // Published pages offer every list that there is.
                defer { shelf.clear() }
                return try await thesaurus.run(job, progress)
            },
            NightlyWork.kind: { job, progress in try await nightly.work(on: job, progress) },
            ReadUpload.kind: { job, progress in try await reader.run(job, progress) },
            MakeDraft.kind: { job, progress in
                guard let order = MakeDraft.Order(json: job.payload), let organisation = job.owner else {
                    throw JobFailure("no-order")
                }
                let made = try await drafts(organisation).run(
                    order, name: job.id, date: job.created, progress: progress)
                return ["account": .string(made.account), "edition": .integer(made.number)]
            },
            DemoPlace.kind: { job, progress in try await demo.work(on: job, progress) },
            MakeTerms.kind: { [terms] _, progress in try await terms.run(progress: progress) },
        ]
    }
}

extension Place {
    /// The place of those who begin with their own accounts.
    static let home = Place(id: "home", name: "", isMadeUp: false)
    static let demo = Place(id: "demo", name: "Harrowmere", isMadeUp: true)
}
