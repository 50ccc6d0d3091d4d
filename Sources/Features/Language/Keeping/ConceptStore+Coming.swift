import FoundationEssentials
import Lookup
import Storage
import Vocabulary

/// Lists that come in parts: what is written of one is seen by nobody before all of it is there.
extension ConceptStore {
    /// So many concepts are removed at once.
    private static let portion = 500

    /// Whether a concept came as a whole, with all that came with it.
    static let isHere: SQL =
        """
        NOT EXISTS (SELECT 1 FROM language_coming
            WHERE language_coming.place = concept.place AND language_coming.act = concept.brought)
        """

    static let isSchemeHere: SQL =
        """
        NOT EXISTS (SELECT 1 FROM language_coming
            WHERE language_coming.place = language_scheme.place AND language_coming.act = language_scheme.brought)
        """

    /// A load that is not at its end: its act, which run of it is at work, and when that gave its last sign.
    struct Coming: Sendable, Equatable {
        let act: String
        let run: String
        let seen: Date
    }

    func coming(in store: any Reading) async throws(StorageError) -> [Coming] {
        try await store.rows("SELECT act, run, seen FROM language_coming WHERE place = \(place) ORDER BY act") { row in
            Coming(act: try row.column(0), run: try row.column(1), seen: try row.column(2))
        }
    }

    func begin(_ coming: Coming, in store: any Writing) async throws(StorageError) {
        try await store.execute(
            """
            INSERT INTO language_coming (place, act, run, seen)
            VALUES (\(place), \(coming.act), \(coming.run), \(coming.seen))
            """)
    }

    /// Gives a sign that a load goes on; false where it was given up meanwhile, or somebody else took it up.
    func goOn(_ coming: Coming, at now: Date, in store: any Writing) async throws(StorageError) -> Bool {
        try await store.execute(
            """
            UPDATE language_coming SET seen = \(now)
            WHERE place = \(place) AND act = \(coming.act) AND run = \(coming.run)
            """) == 1
    }

    /// Says what an act is about, once that is known.
    func name(_ act: String, about: String, in store: any Writing) async throws(StorageError) {
        try await store.execute("UPDATE language_act SET about = \(about) WHERE place = \(place) AND id = \(act)")
    }

    /// From now on everybody sees what an act has brought.
    func show(_ act: String, in store: any Writing) async throws(StorageError) {
        try await store.execute("DELETE FROM language_coming WHERE place = \(place) AND act = \(act)")
    }

    /// Removes all that a load has written which did not come to its end, in portions, so that nobody's own work waits for all of it.
    func discard(_ act: String, in database: any Database) async throws(StorageError) {
        var isMore = true
        while isMore {
            isMore = try await database.transaction { transaction throws(StorageError) in
                try await discardSome(of: act, in: transaction)
            }
        }
    }

    /// - Returns: false once nothing is left.
    private func discardSome(of act: String, in transaction: any Writing) async throws(StorageError) -> Bool {
        // Whoever shows it meanwhile comes first.
        guard try await coming(in: transaction).contains(where: { $0.act == act }) else { return false }
        let numbers = try await transaction.rows(
            """
            SELECT number FROM concept WHERE place = \(place) AND brought = \(act)
            ORDER BY number LIMIT \(Self.portion)
            """
        ) { try $0.column(0, as: Int.self) }
        try await TermStore(place: place).remove(.concept, numbers.map(KeptConcept.item), in: transaction)
        for number in numbers {
            try await transaction.execute([
                "DELETE FROM concept_broader WHERE place = \(place) AND concept = \(number)",
                "DELETE FROM concept_mapping WHERE place = \(place) AND concept = \(number)",
                "DELETE FROM concept_version WHERE place = \(place) AND concept = \(number)",
                "DELETE FROM concept WHERE place = \(place) AND number = \(number)",
            ])
        }
        guard numbers.count < Self.portion else { return true }
        try await transaction.execute([
            "DELETE FROM language_scheme WHERE place = \(place) AND brought = \(act)",
            "DELETE FROM language_coming WHERE place = \(place) AND act = \(act)",
            "DELETE FROM language_act WHERE place = \(place) AND id = \(act)",
        ])
        return false
    }
}
