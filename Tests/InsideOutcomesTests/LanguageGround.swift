import CanonicalJSON
import Documents
import FoundationEssentials
import Places
import Storage
import Testing
import Vocabulary

@testable import InsideOutcomes
@testable import Language
@testable import Web

/// An installation with the store of its words.
struct LanguageGround {
    static let scheme = Scheme(id: "e:s", titles: [Text("Ours", in: "en")])

    let visitor: Visitor
    let change: ChangeConcept
    let store: ConceptStore

    init() async throws {
        visitor = try await Visitor()
        let services = visitor.installation.services
        let place = visitor.installation.place.id
        change = ChangeConcept(services, place: place, author: nil)
        store = ConceptStore(place: place)
    }

    var database: any Database { visitor.installation.services.database.at(store.place) }

    func act(_ id: String) -> LanguageAct {
        LanguageAct(id: id, kind: .load, author: nil, created: visitor.clock.now)
    }

    func load(
        _ concepts: [Concept], as id: String, scheme: Scheme = Self.scheme, of organisation: String? = nil,
        mayRenew: Bool = true, clock: (@Sendable () -> Date)? = nil
    ) async throws -> LoadThesaurus.Outcome {
        let file = try ThesaurusFile(made: Thesaurus(schemes: [scheme], concepts: concepts))
        let services = visitor.installation.services
        return try await LoadThesaurus(
            place: store.place, act: act(id), organisation: organisation, mayRenew: mayRenew,
            clock: clock ?? services.clock
        )
        .run(
            file, in: services.database)
    }

    func kept(_ id: String) async throws -> KeptConcept {
        try #require(try await store.concept(named: id, in: database))
    }
}

extension LanguageGround {
    /// Loads a scheme of two concepts, `ID:a` and `ID:b` below it.
    func load(_ id: String, _ words: [String], of organisation: String? = nil) async throws -> Int {
        let concepts = words.enumerated().map { number, words in
            Concept(
                id: "\(id):\(number)", scheme: id, labels: [Label(.preferred, Text(words, in: "en"))],
                broader: number == 0 ? [] : ["\(id):0"], isTop: number == 0)
        }
        let scheme = Scheme(id: id, titles: [Text("List \(id)", in: "en")])
        let outcome = try await load(
            concepts, as: "load-\(id)-\(words.count)", scheme: scheme, of: organisation)
        return try #require(outcome.schemes.first)
    }

    /// Says what words of the founder's organisation stand for.
    func mean(_ words: String, _ concept: String) async throws {
        let number = try #require(try await store.concept(named: concept, in: database)).number
        let organisation = try await visitor.organisation()
        try await database.transaction { transaction in
            try await OwnWords(place: store.place).set(
                words, .outcome, to: number, organisation: organisation, by: nil, at: visitor.clock.now,
                in: transaction)
        }
    }
}

extension ThesaurusFile {
    /// A file as the worker would have read it.
    init(made thesaurus: Thesaurus) throws {
        try self.init(
            ReadThesaurusFile(
                about: ["format": "turtle", "schemes": .array(thesaurus.schemes.map(\.json))],
                parts: [JSON.array(thesaurus.concepts.map(\.json)).canonical]))
    }
}
