import CanonicalJSON
import FoundationEssentials
import Storage
import Vocabulary

/// The rows that go with concepts, gathered so that they are written together.
struct ConceptRows {
    private let place: SQL.Value
    private var versions = NewRows(
        into: "concept_version",
        ["place", "concept", "version", "status", "body", "successors", "since", "act", "reason"])
    private var wider = NewRows(into: "concept_broader", ["place", "wider", "concept"])
    private var mappings = NewRows(into: "concept_mapping", ["place", "target", "concept", "kind"])
    private var past = NewRows(
        into: "concept_past_link", ["place", "target", "until", "concept"], leavesKnown: true)

    init(place: String) {
        self.place = place.stored
    }

    mutating func add(_ next: NextVersion, _ version: Int, of number: Int, by act: LanguageAct) {
        versions.add(
            place, number.stored, version.stored, next.status.rawValue.stored, next.concept.json.canonicalText.stored,
            JSON.array(next.successors.map(JSON.integer)).canonicalText.stored, act.created.stored, act.id.stored,
            next.reason.stored)
    }

    /// What lies under what, of concepts that hold, and what is mapped to what, of all: a use of one that holds no more is
    /// still read in other words.
    mutating func addLinks(of next: NextVersion, _ number: Int) {
        let above = Self.holds(next.status) ? Set(next.concept.broader).sorted() : []
        for id in above { wider.add(place, id.stored, number.stored) }
        for mapping in Set(next.concept.mappings).sorted(by: { $0.target < $1.target }) {
            mappings.add(place, mapping.target.stored, number.stored, mapping.kind.rawValue.stored)
        }
    }

    /// What a concept named until now and names no more: as wider than it, while it holds, or as what it is mapped to.
    mutating func addPastLinks(of kept: KeptConcept, before next: NextVersion, by act: LanguageAct) {
        func names(_ concept: Concept, _ status: KeptConcept.Status) -> (wider: Set<String>, mapped: Set<String>) {
            (Self.holds(status) ? Set(concept.broader) : [], Set(concept.mappings.map(\.target)))
        }
        let (old, new) = (names(kept.concept, kept.status), names(next.concept, next.status))
        for id in old.wider.subtracting(new.wider).union(old.mapped.subtracting(new.mapped)).sorted() {
            past.add(place, id.stored, act.created.stored, kept.number.stored)
        }
    }

    /// Whether the links of a concept stay as they are.
    static func haveSameLinks(_ kept: KeptConcept, _ next: NextVersion) -> Bool {
        holds(kept.status) == holds(next.status) && kept.concept.broader == next.concept.broader
            && kept.concept.mappings == next.concept.mappings
    }

    private static func holds(_ status: KeptConcept.Status) -> Bool { status == .adopted || status == .proposed }

    func write(in store: any Writing) async throws(StorageError) {
        for rows in [versions, wider, mappings, past] { try await store.insert(rows) }
    }
}
