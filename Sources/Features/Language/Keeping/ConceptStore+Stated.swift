import CanonicalJSON
import Storage
import Vocabulary

/// What the last file of a list said of a concept, with which its next edition is compared.
struct Stated: Sendable, Equatable {
    /// Nil where no file has named it yet.
    var concept: Concept?
    /// Whether the last file named it no more.
    var isLeftOut = false
    /// Whether people chose how it stands now, and not a file.
    var isChosenHere = false
}

extension Stated {
    /// Of a concept that nobody but files has changed: it says what they said.
    init(ofLoaded kept: KeptConcept) {
        self.init(concept: kept.concept, isLeftOut: kept.status == .retired)
    }
}

extension ConceptStore {
    /// What files said of the concepts of a scheme that say something else or were changed by people, by their numbers.
    func stated(of scheme: Int, in store: any Reading) async throws(StorageError) -> [Int: Stated] {
        var all = try await saidBeforeChanges(of: scheme, in: store)
        let written = try await store.rows(
            """
            SELECT concept_stated.concept, concept_stated.body, concept_stated.left_out FROM concept_stated
            JOIN concept ON concept.place = concept_stated.place AND concept.number = concept_stated.concept
            WHERE concept_stated.place = \(place) AND concept.scheme = \(scheme)
            """
        ) { row in
            (
                number: try row.column(0, as: Int.self), concept: try keptConcept(row, 1),
                isLeftOut: try row.column(2, as: Int.self) == 1
            )
        }
        for row in written {
            all[row.number, default: Stated()].concept = row.concept
            all[row.number]?.isLeftOut = row.isLeftOut
        }
        return all
    }

    func state(
        _ stated: [(number: Int, said: Concept, isLeftOut: Bool)], in store: any Writing
    ) async throws(StorageError) {
        var rows = NewRows(into: "concept_stated", ["place", "concept", "body", "left_out"])
        for (number, said, isLeftOut) in stated {
            try await store.execute("DELETE FROM concept_stated WHERE place = \(place) AND concept = \(number)")
            rows.add(place.stored, number.stored, said.json.canonicalText.stored, (isLeftOut ? 1 : 0).stored)
        }
        try await store.insert(rows)
    }

    /// What the versions of concepts say that people have changed: the last one before their first change is a file's own.
    private func saidBeforeChanges(of scheme: Int, in store: any Reading) async throws(StorageError) -> [Int: Stated] {
        let touched: SQL =
            """
            SELECT concept_version.concept, min(concept_version.version) AS first FROM language_act
            JOIN concept_version ON concept_version.place = language_act.place AND concept_version.act = language_act.id
            JOIN concept ON concept.place = concept_version.place AND concept.number = concept_version.concept
            WHERE language_act.place = \(place) AND language_act.kind <> 'load' AND concept.scheme = \(scheme)
            GROUP BY concept_version.concept
            """
        let versions = try await store.rows(
            """
            SELECT past.concept, past.status, language_act.kind FROM (\(touched)) AS touched
            JOIN concept_version AS past ON past.place = \(place) AND past.concept = touched.concept
            JOIN language_act ON language_act.place = past.place AND language_act.id = past.act
            ORDER BY past.concept, past.version
            """
        ) { row in
            PastVersion(concept: try row.column(0), status: try row.column(1), kind: try row.column(2))
        }
        var all = Dictionary(grouping: versions, by: \.concept).mapValues { Stated(isChosenHere: isChosenHere($0)) }
        let before = try await store.rows(
            """
            SELECT past.concept, past.body, past.status FROM (\(touched)) AS touched
            JOIN concept_version AS past ON past.place = \(place) AND past.concept = touched.concept
                AND past.version = touched.first - 1
            """
        ) { row in
            (
                number: try row.column(0, as: Int.self), concept: try keptConcept(row, 1),
                status: try row.column(2, as: KeptConcept.Status.self)
            )
        }
        for row in before {
            all[row.number]?.concept = row.concept
            all[row.number]?.isLeftOut = row.status == .retired
        }
        return all
    }
}

private struct PastVersion: Sendable {
    let concept: Int
    let status: KeptConcept.Status
    let kind: LanguageAct.Kind
}

/// Whether people brought a concept to stand as it does in the last of its versions. What they took back is as if it never was.
private func isChosenHere(_ versions: [PastVersion]) -> Bool {
    var chosen: [Bool] = []
    for (position, version) in versions.enumerated() {
        if position > 0, versions[position - 1].status == version.status {
            chosen.append(chosen[position - 1])
        } else if version.kind == .undo, position > 1, versions[position - 2].status == version.status {
            chosen.append(chosen[position - 2])
        } else {
            chosen.append(version.kind != .load)
        }
    }
    return chosen.last ?? false
}
