import CanonicalJSON
package import FoundationEssentials
import Lookup
package import Storage
package import Vocabulary

/// What is to be written of a concept: its next version.
package struct NextVersion: Sendable, Equatable {
    package var concept: Concept
    package var status: KeptConcept.Status
    package var successors: [Int] = []
    package var reason = ""

    package init(
        _ concept: Concept, _ status: KeptConcept.Status, successors: [Int] = [], reason: String = ""
    ) {
        self.concept = concept
        self.status = status
        self.successors = successors
        self.reason = reason
    }
}

extension ConceptStore {
    /// So many statements go to the store at once.
    static let batch = 400

    package func add(
        _ act: LanguageAct, about: String, in store: any Writing
    ) async throws(StorageError) {
        try await store.execute(
            """
            INSERT INTO language_act (place, id, kind, about, author, created)
            VALUES (\(place), \(act.id), \(act.kind), \(about), \(act.author), \(act.created))
            """)
    }

    /// Keeps a scheme, or what its newest edition says of it.
    ///
    /// - Parameter organisation: who brings it; nil for the place itself, which may bring a newer edition of any.
    /// - Returns: its number; nil where it is another organisation's, or the place's.
    package func keep(
        _ scheme: Scheme, of organisation: String?, at now: Date, in store: any Writing
    ) async throws(StorageError) -> Int? {
        let kept = try await store.first(
            "SELECT number, organisation FROM language_scheme WHERE place = \(place) AND id = \(scheme.id)"
        ) { row in (number: try row.column(0, as: Int.self), organisation: try row.column(1, as: String?.self)) }
        if let kept, let organisation, kept.organisation != organisation { return nil }
        let known = kept?.number
        let body = scheme.json.canonicalText
        if let known {
            try await store.execute(
                """
                UPDATE language_scheme SET body = \(body), edition = edition + 1, changed = \(now)
                WHERE place = \(place) AND number = \(known)
                """)
            return known
        }
        let number = try await next("language_scheme", in: store)
        try await store.execute(
            """
            INSERT INTO language_scheme (place, number, id, body, edition, changed, organisation)
            VALUES (\(place), \(number), \(scheme.id), \(body), 1, \(now), \(organisation))
            """)
        return number
    }

    /// Adds concepts that were not here yet.
    ///
    /// - Returns: their numbers, in order.
    @discardableResult
    package func add(
        _ new: [NextVersion], to scheme: Int, by act: LanguageAct, in store: any Writing
    ) async throws(StorageError) -> [Int] {
        let first = try await next("concept", in: store)
        var statements: [SQL] = []
        for (position, version) in new.enumerated() {
            let (number, concept) = (first + position, version.concept)
            statements.append(
                """
                INSERT INTO concept (place, number, id, scheme, version, status, sort_key, label_key, is_top)
                VALUES (\(place), \(number), \(concept.id), \(scheme), 1, \(version.status), \(concept.sortKey),
                    \(concept.labelKey), \(concept.isAtTop))
                """)
            statements.append(row(version, 1, of: number, by: act))
            statements += derived(concept, number, version.status)
            if statements.count >= Self.batch {
                try await store.execute(statements)
                statements = []
            }
        }
        try await store.execute(statements)
        let findables = new.enumerated().compactMap { position, version in
            KeptConcept.findable(first + position, version.concept, version.status)
        }
        try await TermStore(place: place).put(findables, in: store)
        return Array(first..<first + new.count)
    }

    /// Writes the next version of concepts that are here.
    ///
    /// - Throws: ``LanguageRefusal/changed`` where one has been changed since it was read.
    package func write(
        _ changes: [(kept: KeptConcept, next: NextVersion)], by act: LanguageAct, in store: any Writing
    ) async throws(LanguageRefusal) {
        for (kept, next) in changes {
            let number = kept.number
            do throws(StorageError) {
                let changed = try await store.execute(
                    """
                    UPDATE concept SET version = \(kept.version + 1), status = \(next.status),
                        sort_key = \(next.concept.sortKey), label_key = \(next.concept.labelKey),
                        is_top = \(next.concept.isAtTop)
                    WHERE place = \(place) AND number = \(number) AND version = \(kept.version)
                    """)
                guard changed == 1 else { throw StorageError.undone(detail: Self.changedMeanwhile) }
                var statements = [row(next, kept.version + 1, of: number, by: act)]
                statements.append("DELETE FROM concept_broader WHERE place = \(place) AND concept = \(number)")
                statements.append("DELETE FROM concept_mapping WHERE place = \(place) AND concept = \(number)")
                statements += derived(next.concept, number, next.status)
                try await store.execute(statements)
                if let findable = KeptConcept.findable(number, next.concept, next.status) {
                    try await TermStore(place: place).put([findable], in: store)
                } else {
                    try await TermStore(place: place).remove(.concept, [kept.item], in: store)
                }
            } catch {
                throw error == .undone(detail: Self.changedMeanwhile) ? .changed : .storage(error)
            }
        }
    }

    private static let changedMeanwhile = "a concept was changed meanwhile"

    private func row(_ next: NextVersion, _ version: Int, of number: Int, by act: LanguageAct) -> SQL {
        let successors = JSON.array(next.successors.map(JSON.integer)).canonicalText
        return """
            INSERT INTO concept_version (place, concept, version, status, body, successors, since, act, reason)
            VALUES (\(place), \(number), \(version), \(next.status), \(next.concept.json.canonicalText), \(successors),
                \(act.created), \(act.id), \(next.reason))
            """
    }

    /// What lies under what, and what is mapped to what, of concepts that hold.
    private func derived(_ concept: Concept, _ number: Int, _ status: KeptConcept.Status) -> [SQL] {
        guard status == .adopted || status == .proposed else { return [] }
        let wider: [SQL] = Set(concept.broader).sorted().map { wider in
            "INSERT INTO concept_broader (place, wider, concept) VALUES (\(place), \(wider), \(number))"
        }
        let mapped: [SQL] = Set(concept.mappings).sorted { $0.target < $1.target }.map { mapping in
            """
            INSERT INTO concept_mapping (place, target, concept, kind)
            VALUES (\(place), \(mapping.target), \(number), \(mapping.kind))
            """
        }
        return wider + mapped
    }

    /// The number for the next row of a table whose rows are numbered through the place.
    private func next(_ table: SQL, in store: any Reading) async throws(StorageError) -> Int {
        try await store.first("SELECT coalesce(max(number), 0) FROM \(table) WHERE place = \(place)") { row in
            try row.column(0, as: Int.self) + 1
        } ?? 1
    }
}

extension Concept {
    /// A code that people can read at a glance, such as `AN101`; longer ones are for programs.
    var shortCode: String? { notation.flatMap { $0.utf8.count <= 8 ? $0 : nil } }

    /// By what it stands in a list: a short code, numbers by their size, then its label.
    var sortKey: String {
        guard let code = shortCode else { return labelKey }
        let isNumber = code.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        let padding = isNumber ? String(repeating: "0", count: 8 - code.utf8.count) : ""
        return String("\(padding)\(code) \(labelKey)".prefix(200))
    }

    /// By what somebody finds it who types its label.
    var labelKey: String { String(label(for: "en").words.lowercased().prefix(200)) }

    /// Whether it is shown at the top of its scheme: nothing lies above it.
    var isAtTop: Bool { broader.isEmpty }
}
