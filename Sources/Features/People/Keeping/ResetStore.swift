import Crypto
import FoundationEssentials
import Storage

/// Every statement about links by which a person chooses a new password. A link's token is not kept, only its SHA-256.
struct ResetStore: Sendable {
    /// One hour, in seconds.
    static let lifetime: TimeInterval = 3600

    let place: String

    /// - Parameter person: nil where nobody has the address that was typed. The row is written all the same, so that it takes as long.
    func add(_ token: String, for person: String?, at now: Date, in store: any Writing) async throws(StorageError) {
        let expires = now.addingTimeInterval(Self.lifetime)
        try await store.execute(
            """
            INSERT INTO reset (place, token, person, created, expires)
            VALUES (\(place), \(digest(token)), \(person), \(now), \(expires))
            """)
    }

    /// The identifier of the person whom a link lets in.
    func person(holding token: String, at now: Date, in store: any Reading) async throws(StorageError) -> String? {
        try await store.first(
            "SELECT person FROM reset WHERE place = \(place) AND token = \(digest(token)) AND expires > \(now)"
        ) { row in try row.column(0, as: String?.self) } ?? nil
    }

    /// Ends all links of a person: they have served, or are not to serve any more.
    func end(of person: String, in store: any Writing) async throws(StorageError) {
        try await store.execute("DELETE FROM reset WHERE place = \(place) AND person = \(person)")
    }

    func removeRunOut(at now: Date, in store: any Writing) async throws(StorageError) -> Int {
        try await store.execute("DELETE FROM reset WHERE place = \(place) AND expires <= \(now)")
    }
}
