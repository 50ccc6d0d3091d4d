import Crypto
import Language
import Lenses
import Publishing
import Storage
import Vocabulary
import Web

/// The schemes of a place as lenses, each put together once and kept until the place's words change.
actor PlaceLenses {
    /// The names of the concepts of so many schemes are kept at once.
    private static let mostKept = 8

    private let database: any Database
    private let store: ConceptStore
    private let accounts: AccountStore
    private var stamp = ""
    private var links: Task<LensLinks, any Error>?
    private var lenses: [Int: Lens] = [:]

    init(_ services: Services, place: String) {
        database = services.database.at(place)
        store = ConceptStore(place: place)
        accounts = AccountStore(services.database, place: place, organisation: nil)
    }

    nonisolated var source: LensSource {
        LensSource(
            choices: { try await self.choices(for: $0) }, chosen: { try await self.chosen($0, for: $1) },
            meanings: { try await self.meanings(of: $0) }, meant: { try await self.meant(by: $0) })
    }

    func choices(for language: String) async throws -> [LensSource.Choice] {
        let schemes = try await store.schemes(in: database).filter(\.isInUse)
        let owners = try await store.owners(of: schemes, in: database)
        return schemes.map { choice($0, owners[$0.number], language) }
    }

    /// - Parameter key: the scheme's number.
    func chosen(_ key: String, for language: String) async throws -> LensSource.Chosen? {
        guard let number = Int(key), String(number) == key,
            let scheme = try await store.scheme(number, in: database)
        else { return nil }
        let (lens, stamp) = try await lens(of: scheme)
        let (store, database) = (store, database)
        let owner = try await store.owners(of: [scheme], in: database)[number]
        return LensSource.Chosen(choice: choice(scheme, owner, language), lens: lens, stamp: "\(key) \(stamp)") { ids in
            try await store.concepts(named: Array(ids), in: database).map(\.concept)
        }
    }

    private func meanings(of account: String) async throws -> LensSource.Meanings {
        let organisation = try await accounts.organisation(of: account)
        let concepts = try await OwnWords(place: store.place).concepts(for: organisation ?? "", in: database)
        let text = concepts.sorted { $0.key < $1.key }.map { "\($0.key)\t\($0.value.joined(separator: " "))" }
        let stamp = hex(sha256(Array(text.joined(separator: "\n").utf8)))
        return LensSource.Meanings(stamp: stamp) { concepts[OwnWord.key($0)] ?? [] }
    }

    private func meant(by outcomes: [LensSource.NamedOutcome]) async throws -> [LensSource.NamedOutcome: [String]] {
        let organisations = try await accounts.organisations(of: Array(Set(outcomes.map(\.account))))
        func use(_ outcome: LensSource.NamedOutcome) -> OwnWords.Use? {
            organisations[outcome.account].map { OwnWords.Use(organisation: $0, key: OwnWord.key(outcome.words)) }
        }
        let concepts = try await OwnWords(place: store.place).concepts(for: outcomes.compactMap(use), in: database)
        return outcomes.reduce(into: [:]) { meant, outcome in
            meant[outcome] = use(outcome).flatMap { concepts[$0] }
        }
    }

    /// A list of one organisation is named with it: two may be called alike.
    private func choice(_ scheme: KeptScheme, _ owner: String?, _ language: String) -> LensSource.Choice {
        let title = scheme.title(for: language)
        return LensSource.Choice(
            key: String(scheme.number),
            title: owner.map { Text("\(title.words) (\($0))", in: title.language) } ?? title,
            isInUse: scheme.isInUse)
    }

    private func lens(of scheme: KeptScheme) async throws -> (Lens, String) {
        let now = try await store.stamp(in: database)
        if now != stamp {
            (stamp, links, lenses) = (now, nil, [:])
        }
        if let lens = lenses[scheme.number] { return (lens, now) }
        let all: LensLinks
        do { all = try await madeLinks().value } catch {
            links = nil
            throw error
        }
        let members = try await store.members(of: scheme.number, in: database)
        let lens = Lens(scheme.scheme.id, members: members, links: all)
        // Another change may have come meanwhile: what was read before it is good for this answer alone.
        if now == stamp {
            if lenses.count >= Self.mostKept { lenses = [:] }
            lenses[scheme.number] = lens
        }
        return (lens, now)
    }

    /// What all lenses share is read once, however many readers ask for it.
    private func madeLinks() -> Task<LensLinks, any Error> {
        if let links { return links }
        let (store, database) = (store, database)
        let made = Task<LensLinks, any Error> {
            try await database.snapshot { reading in try await store.links(in: reading) }
        }
        links = made
        return made
    }
}
