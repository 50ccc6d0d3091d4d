import FoundationEssentials
import Storage

extension ConceptStore {
    func act(_ id: String, in store: any Reading) async throws(StorageError) -> (act: LanguageAct, isUndone: Bool)? {
        try await store.first(
            "SELECT id, kind, author, created, undone FROM language_act WHERE place = \(place) AND id = \(id)"
        ) { row in
            let act = LanguageAct(
                id: try row.column(0), kind: try row.column(1), author: try row.column(2), created: try row.column(3))
            return (act: act, isUndone: try row.column(4, as: Date?.self) != nil)
        }
    }

    /// What an act was about, as its kind writes it.
    func about(_ act: String, in store: any Reading) async throws(StorageError) -> String {
        try await store.first("SELECT about FROM language_act WHERE place = \(place) AND id = \(act)") {
            try $0.column(0)
        } ?? ""
    }

    /// The versions that an act made.
    func changes(by act: String, in store: any Reading) async throws(StorageError) -> [(concept: Int, version: Int)] {
        try await store.rows(
            """
            SELECT concept, version FROM concept_version WHERE place = \(place) AND act = \(act)
            ORDER BY concept DESC
            """
        ) { row in (concept: try row.column(0), version: try row.column(1)) }
    }

    func version(
        _ version: Int, of number: Int, in store: any Reading
    ) async throws(StorageError) -> NextVersion? {
        try await store.first(
            """
            SELECT body, status, successors, reason FROM concept_version
            WHERE place = \(place) AND concept = \(number) AND version = \(version)
            """
        ) { row in
            NextVersion(
                try keptConcept(row, 0), Standing(try row.column(1), successors: try keptNumbers(row, 2)),
                reason: try row.column(3))
        }
    }

    func markUndone(_ act: String, at now: Date, in store: any Writing) async throws(StorageError) {
        try await store.execute(
            "UPDATE language_act SET undone = \(now) WHERE place = \(place) AND id = \(act)")
    }
}
