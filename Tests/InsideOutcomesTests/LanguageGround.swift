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

extension ThesaurusFile {
    /// A file as the worker would have read it.
    init(made thesaurus: Thesaurus) throws {
        try self.init(
            ReadThesaurusFile(
                about: ["format": "turtle", "schemes": .array(thesaurus.schemes.map(\.json))],
                parts: [JSON.array(thesaurus.concepts.map(\.json)).canonical]))
    }
}
