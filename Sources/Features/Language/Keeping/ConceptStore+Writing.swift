import CanonicalJSON
import FoundationEssentials
import Lookup
package import Storage
package import Vocabulary

extension ConceptStore {
    package func add(
        _ act: LanguageAct, about: String, in store: any Writing
    ) async throws(StorageError) {
        try await store.execute(
            """
            INSERT INTO language_act (place, id, kind, about, author, created)
            VALUES (\(place), \(act.id), \(act.kind), \(about), \(act.author), \(act.created))
            """)
    }

    /// Finds a scheme, or keeps one that is new.
    ///
    /// - Parameters:
    ///   - organisation: who brings it; nil for the place itself, which may bring a newer edition of any.
    ///   - act: which brings it, and to whose end nobody sees a new one.
    /// - Returns: its number; nil where it is another organisation's, or the place's.
    package func number(
        of scheme: Scheme, of organisation: String?, brought act: LanguageAct, in store: any Writing
    ) async throws(StorageError) -> (number: Int, isNew: Bool)? {
        let kept = try await store.first(
            "SELECT number, organisation FROM language_scheme WHERE place = \(place) AND id = \(scheme.id)"
        ) { row in (number: try row.column(0, as: Int.self), organisation: try row.column(1, as: String?.self)) }
        if let kept, let organisation, kept.organisation != organisation { return nil }
        if let kept { return (kept.number, false) }
        let number = try await next("language_scheme", in: store)
        try await store.execute(
            """
            INSERT INTO language_scheme (place, number, id, body, edition, changed, organisation, brought)
            VALUES (\(place), \(number), \(scheme.id), \(scheme.json.canonicalText), 1, \(act.created), \(organisation),
                \(act.id))
            """)
        return (number, true)
    }

    /// Makes a list the place's own that an organisation brought. Those that are called after an organisation's file stay its own.
    func takeOver(_ scheme: Scheme, _ number: Int, in store: any Writing) async throws(StorageError) {
        guard !scheme.id.hasPrefix(Thesaurus.afterFile) else { return }
        try await store.execute(
            "UPDATE language_scheme SET organisation = NULL WHERE place = \(place) AND number = \(number)")
    }

    /// Keeps what the newest edition of a scheme says of it.
    func renew(_ scheme: Scheme, _ number: Int, at now: Date, in store: any Writing) async throws(StorageError) {
        try await store.execute(
            """
            UPDATE language_scheme SET body = \(scheme.json.canonicalText), edition = edition + 1, changed = \(now)
            WHERE place = \(place) AND number = \(number)
            """)
    }

    /// Adds concepts that were not here yet.
    ///
    /// - Parameter isPart: whether nobody is to see them before the act is at its end.
    /// - Returns: their numbers, in order.
    @discardableResult
    package func add(
        _ new: [NextVersion], to scheme: Int, by act: LanguageAct, isPart: Bool = false, in store: any Writing
    ) async throws(StorageError) -> [Int] {
        let first = try await next("concept", in: store)
        var concepts = NewRows(
            into: "concept",
            ["place", "number", "id", "scheme", "version", "status", "sort_key", "label_key", "is_top", "brought"])
        var rows = ConceptRows(place: place)
        for (position, version) in new.enumerated() {
            let (number, concept) = (first + position, version.concept)
            concepts.add(
                place.stored, number.stored, concept.id.stored, scheme.stored, 1.stored, version.status.rawValue.stored,
                concept.sortKey.stored, concept.labelKey.stored, concept.isAtTop.stored,
                isPart ? act.id.stored : .null)
            rows.add(version, 1, of: number, by: act)
            rows.addLinks(of: version, number)
        }
        try await store.insert(concepts)
        try await rows.write(in: store)
        if try await !listsOutOfUse(in: store).contains(scheme) {
            let findables = new.enumerated().compactMap { position, version in
                KeptConcept.findable(first + position, version.concept, version.status)
            }
            try await TermStore(place: place).put(findables, in: store)
        }
        return Array(first..<first + new.count)
    }

    /// Writes the next version of concepts that are here.
    ///
    /// - Throws: ``LanguageRefusal/changed`` where one has been changed since it was read.
    package func write(
        _ changes: [(kept: KeptConcept, next: NextVersion)], by act: LanguageAct, in store: any Writing
    ) async throws(LanguageRefusal) {
        do throws(StorageError) {
            var rows = ConceptRows(place: place)
            for (kept, next) in changes {
                let number = kept.number
                let changed = try await store.execute(
                    """
                    UPDATE concept SET version = \(kept.version + 1), status = \(next.status),
                        sort_key = \(next.concept.sortKey), label_key = \(next.concept.labelKey),
                        is_top = \(next.concept.isAtTop)
                    WHERE place = \(place) AND number = \(number) AND version = \(kept.version)
                    """)
                guard changed == 1 else { throw StorageError.undone(detail: Self.changedMeanwhile) }
                rows.add(next, kept.version + 1, of: number, by: act)
                guard !ConceptRows.haveSameLinks(kept, next) else { continue }
                try await store.execute([
                    "DELETE FROM concept_broader WHERE place = \(place) AND concept = \(number)",
                    "DELETE FROM concept_mapping WHERE place = \(place) AND concept = \(number)",
                ])
                rows.addLinks(of: next, number)
                rows.addPastLinks(of: kept, before: next, by: act)
            }
            try await rows.write(in: store)
            let outOfUse = try await listsOutOfUse(in: store)
            let findables = changes.map { kept, next in
                outOfUse.contains(kept.scheme) ? nil : KeptConcept.findable(kept.number, next.concept, next.status)
            }
            let gone = zip(changes, findables).filter { $0.1 == nil }.map(\.0.kept.item)
            try await TermStore(place: place).remove(.concept, gone, in: store)
            try await TermStore(place: place).put(findables.compactMap(\.self), in: store)
        } catch {
            throw error == .undone(detail: Self.changedMeanwhile) ? .changed : .storage(error)
        }
    }

    private static let changedMeanwhile = "a concept was changed meanwhile"

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
