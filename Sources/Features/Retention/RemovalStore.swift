import FoundationEssentials
import Places
import Storage
import Words

/// Every statement about how much was removed in each night.
struct RemovalStore: Sendable {
    /// What went of one kind in one night.
    struct Removal: Sendable, Equatable {
        let night: CivilDate
        /// The kind by its name in the program; one that is no longer known is shown by it.
        let kind: String
        let number: Int
    }

    /// How many lines the page shows.
    static let mostShown = 60

    let place: String

    /// Adds what was removed to what the night has already: work that was interrupted goes on where it was.
    func add(_ number: Int, _ kind: KeptKind, on night: CivilDate, in store: any Writing) async throws(StorageError) {
        guard number > 0 else { return }
        try await store.execute(
            """
            INSERT INTO removal (place, night, kind, number)
            VALUES (\(place), \(night.description), \(kind.rawValue), \(number))
            ON CONFLICT (place, night, kind) DO UPDATE SET number = removal.number + excluded.number
            """)
    }

    /// The newest first.
    func newest(in store: any Reading) async throws(StorageError) -> [Removal] {
        try await store.rows(
            """
            SELECT night, kind, number FROM removal WHERE place = \(place)
            ORDER BY night DESC, kind LIMIT \(Self.mostShown)
            """
        ) { row in
            let night: String = try row.column(0)
            guard let day = CivilDate(night) else {
                throw StorageError.column(0, wanted: "a day", found: "other text")
            }
            return Removal(night: day, kind: try row.column(1), number: try row.column(2))
        }
    }

    func forget(before night: CivilDate, in store: any Writing) async throws(StorageError) -> Int {
        try await store.execute("DELETE FROM removal WHERE place = \(place) AND night < \(night.description)")
    }
}
