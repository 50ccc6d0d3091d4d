import FoundationEssentials
import Lookup
import Storage
import Web

/// One time that a list was taken out of use or brought back.
struct ListChange: Sendable, Equatable {
    let act: LanguageAct
    let reason: String
    /// Of whoever did it; nil for a person who is no longer here.
    let name: String?
}

extension ConceptStore {
    /// So many changes are shown.
    private static let mostChanges = 50

    /// Whether a concept's list is offered.
    static let isInUse: SQL =
        """
        NOT EXISTS (SELECT 1 FROM language_scheme
            WHERE language_scheme.place = concept.place AND language_scheme.number = concept.scheme
                AND language_scheme.retired = 1)
        """

    /// The numbers of the lists that are out of use.
    func listsOutOfUse(in store: any Reading) async throws(StorageError) -> Set<Int> {
        Set(
            try await store.rows("SELECT number FROM language_scheme WHERE place = \(place) AND retired = 1") {
                try $0.column(0, as: Int.self)
            })
    }

    /// The numbers of the lists that were out of use before a moment.
    func listsOutOfUse(before end: Date, in store: any Reading) async throws(StorageError) -> Set<Int> {
        // Each change turns a list from one into the other.
        let turned = try await store.rows(
            """
            SELECT language_list_change.scheme FROM language_act
            JOIN language_list_change ON language_list_change.place = language_act.place
                AND language_list_change.act = language_act.id
            WHERE language_act.place = \(place) AND language_act.created >= \(end)
            GROUP BY language_list_change.scheme HAVING count(*) % 2 = 1
            """
        ) { try $0.column(0, as: Int.self) }
        return try await listsOutOfUse(in: store).symmetricDifference(turned)
    }

    /// Those of a list that hold or are proposed, in the order of their numbers; those that are still coming too.
    fileprivate func concepts(
        ofList scheme: Int, after number: Int, most: Int, in store: any Reading
    ) async throws(StorageError) -> [KeptConcept] {
        try await select(
            """
            concept.scheme = \(scheme) AND concept.number > \(number) AND concept.status IN ('adopted', 'proposed')
            """, order: " ORDER BY concept.number LIMIT \(most)", withComing: true, in: store)
    }

    /// When a list was taken out of use and brought back, the newest first.
    func listChanges(of scheme: Int, in store: any Reading) async throws(StorageError) -> [ListChange] {
        try await store.rows(
            """
            SELECT language_act.id, language_act.kind, language_act.author, language_act.created,
                language_list_change.reason, person.name
            FROM language_list_change
            JOIN language_act ON language_act.place = language_list_change.place
                AND language_act.id = language_list_change.act
            LEFT JOIN person ON person.place = language_act.place AND person.id = language_act.author
            WHERE language_list_change.place = \(place) AND language_list_change.scheme = \(scheme)
            ORDER BY language_list_change.number DESC LIMIT \(Self.mostChanges)
            """
        ) { row in
            ListChange(
                act: LanguageAct(
                    id: try row.column(0), kind: try row.column(1), author: try row.column(2),
                    created: try row.column(3)), reason: try row.column(4), name: try row.column(5))
        }
    }

    /// Says whether a list is offered from now on.
    ///
    /// - Returns: false where it stood so already.
    fileprivate func set(
        _ scheme: Int, isInUse: Bool, by act: LanguageAct, reason: String, in store: any Writing
    ) async throws(StorageError) -> Bool {
        let changed = try await store.execute(
            """
            UPDATE language_scheme SET retired = \(isInUse ? 0 : 1)
            WHERE place = \(place) AND number = \(scheme) AND retired = \(isInUse ? 1 : 0)
            """)
        guard changed == 1 else { return false }
        try await store.execute(
            """
            INSERT INTO language_list_change (place, scheme, number, act, reason)
            SELECT \(place), \(scheme), coalesce(max(number), 0) + 1, \(act.id), \(reason) FROM language_list_change
            WHERE place = \(place) AND scheme = \(scheme)
            """)
        return true
    }
}

extension ChangeConcept {
    /// Of so many concepts at once the words are put among what is found, or removed: others write in between.
    private static let portion = 1_000

    /// Takes a list out of use: it is neither offered nor found any more, and all that was made with it stays.
    package func retireList(_ number: Int, reason: String) async throws(LanguageRefusal) {
        guard !reason.isEmpty else { throw .empty }
        try await setList(number, isInUse: false, .retireList, reason)
        // Should this come to no end, its words are left out as they are found.
        try await settle(number)
    }

    /// Brings a list back that was taken out of use, as it was.
    package func restoreList(_ number: Int) async throws(LanguageRefusal) {
        guard try await hasRoom(for: number) else { throw .tooManyLists }
        // Nobody finds them before the list is back.
        try await prepare(number)
        try await setList(number, isInUse: true, .restoreList, "")
        // Somebody else may just have been at taking it out.
        try await settle(number)
    }

    /// Whether the organisation whose list it is may have one more in use.
    private func hasRoom(for number: Int) async throws(LanguageRefusal) -> Bool {
        let database = services.database.at(place)
        do throws(StorageError) {
            guard let organisation = try await store.scheme(number, in: database)?.organisation else { return true }
            return try await store.lists(of: organisation, in: database).inUse < LoadThesaurus.mostLists.inUse
        } catch {
            throw .storage(error)
        }
    }

    /// Puts the words of a list that is out of use among what is found.
    private func prepare(_ number: Int) async throws(LanguageRefusal) {
        var last: Int? = 0
        while let after = last {
            last = try await services.database.at(place).transaction(throwing: LanguageRefusal.self) { transaction in
                guard try await store.listsOutOfUse(in: transaction).contains(number) else { return nil }
                return try await pass(number, after: after, isInUse: true, in: transaction)
            }
        }
    }

    /// Goes through all concepts of a list until what is found of it is what the list says of itself. Several may be at it at the same
    /// time, and others load: each works under the right to write and looks what the list says now, to the end.
    private func settle(_ number: Int) async throws(LanguageRefusal) {
        var last: Int? = 0
        var stood: Bool?
        while let after = last {
            let before = stood
            (last, stood) = try await services.database.at(place).transaction(throwing: LanguageRefusal.self) {
                transaction in
                let isInUse = try await !store.listsOutOfUse(in: transaction).contains(number)
                // Turned meanwhile: all that was passed is passed again.
                let start = (before ?? isInUse) == isInUse ? after : 0
                return (try await pass(number, after: start, isInUse: isInUse, in: transaction), isInUse)
            }
        }
    }

    /// - Returns: the number of the last concept that was passed; nil after all.
    private func pass(
        _ number: Int, after: Int, isInUse: Bool, in transaction: any Transaction
    ) async throws -> Int? {
        let some = try await store.concepts(ofList: number, after: after, most: Self.portion, in: transaction)
        let terms = TermStore(place: place)
        if isInUse {
            try await terms.put(some.compactMap(\.findable), in: transaction)
        } else {
            try await terms.remove(.concept, some.map(\.item), in: transaction)
        }
        return some.last?.number
    }

    private func setList(
        _ number: Int, isInUse: Bool, _ kind: LanguageAct.Kind, _ reason: String
    ) async throws(LanguageRefusal) {
        try await act(kind, about: "\(number)") { act, transaction in
            guard try await store.scheme(number, in: transaction) != nil else { throw LanguageRefusal.notThere }
            guard try await store.set(number, isInUse: isInUse, by: act, reason: reason, in: transaction) else {
                throw LanguageRefusal.changed
            }
        }
    }
}
