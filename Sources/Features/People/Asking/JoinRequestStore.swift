import Crypto
import FoundationEssentials
import Storage

/// Every statement about requests to join. While somebody is still to confirm their address, a request has a token, of which the SHA-256 is
/// kept, and no facilitator sees it.
struct JoinRequestStore: Sendable {
    /// How many of those that were answered a page shows.
    static let mostAnswered = 20

    let place: String

    /// - Parameter token: of the link by which the person confirms the address; nil where no mail is sent.
    func add(_ request: JoinRequest, token: String?, in store: any Writing) async throws(StorageError) {
        try await store.execute(
            """
            INSERT INTO join_request (place, id, token, called, name, email, message, language, confirmed,
                created)
            VALUES (\(place), \(request.id), \(token.map(digest)), \(request.organisation), \(request.name),
                \(request.email.text), \(request.message), \(request.language), \(request.isConfirmed),
                \(request.created))
            """)
    }

    /// Those that facilitators see and nobody has answered, the oldest first.
    func waiting(in store: any Reading) async throws(StorageError) -> [JoinRequest] {
        try await select("token IS NULL AND answered IS NULL", order: "created, id", in: store)
    }

    /// The newest of those that were answered.
    func answered(in store: any Reading) async throws(StorageError) -> [JoinRequest] {
        try await select(
            "answered IS NOT NULL", order: "answered DESC, id LIMIT \(Self.mostAnswered)", in: store)
    }

    /// One that facilitators see.
    func find(_ id: String, in store: any Reading) async throws(StorageError) -> JoinRequest? {
        try await select("id = \(id) AND token IS NULL", order: "id", in: store).first
    }

    /// The one that a link confirms, unless the link is too old.
    func find(confirmedBy token: String, at now: Date, in store: any Reading) async throws(StorageError) -> JoinRequest?
    {
        let oldest = now.addingTimeInterval(-JoinRequest.lifetime)
        return try await select("token = \(digest(token)) AND created > \(oldest)", order: "id", in: store).first
    }

    /// All from one address.
    func all(from email: EmailAddress, in store: any Reading) async throws(StorageError) -> [JoinRequest] {
        try await select("email = \(email.text)", order: "created, id", in: store)
    }

    func countWaiting(in store: any Reading) async throws(StorageError) -> Int {
        try await store.first(
            "SELECT count(*) FROM join_request WHERE place = \(place) AND token IS NULL AND answered IS NULL"
        ) { try $0.column(0) } ?? 0
    }

    func countUnconfirmed(in store: any Reading) async throws(StorageError) -> Int {
        try await store.first(
            "SELECT count(*) FROM join_request WHERE place = \(place) AND token IS NOT NULL"
        ) { try $0.column(0) } ?? 0
    }

    /// Makes a request one that facilitators see.
    func confirm(_ id: String, in store: any Writing) async throws(StorageError) {
        try await store.execute(
            "UPDATE join_request SET token = NULL, confirmed = 1 WHERE place = \(place) AND id = \(id)")
    }

    /// - Returns: false where somebody has answered it before, or it is no longer there.
    func answer(
        _ id: String, _ answer: JoinRequest.Answer, at now: Date, in store: any Writing
    ) async throws(StorageError) -> Bool {
        try await store.execute(
            """
            UPDATE join_request SET answer = \(answer), answered = \(now)
            WHERE place = \(place) AND id = \(id) AND token IS NULL AND answered IS NULL
            """) == 1
    }

    func remove(_ id: String, in store: any Writing) async throws(StorageError) {
        try await store.execute("DELETE FROM join_request WHERE place = \(place) AND id = \(id)")
    }

    func removeAll(from email: EmailAddress, in store: any Writing) async throws(StorageError) {
        try await store.execute("DELETE FROM join_request WHERE place = \(place) AND email = \(email.text)")
    }

    /// Removes those that were answered, or made and not answered, before a moment; and those whose link has run out.
    func remove(before moment: Date, at now: Date, in store: any Writing) async throws(StorageError) -> Int {
        let oldest = now.addingTimeInterval(-JoinRequest.lifetime)
        return try await store.execute(
            """
            DELETE FROM join_request WHERE place = \(place)
                AND (coalesce(answered, created) <= \(moment) OR (token IS NOT NULL AND created <= \(oldest)))
            """)
    }

    private func select(
        _ condition: SQL, order: SQL, in store: any Reading
    ) async throws(StorageError) -> [JoinRequest] {
        try await store.rows(
            """
            SELECT id, called, name, email, message, language, confirmed, created, answer, answered
            FROM join_request WHERE place = \(place) AND \(condition) ORDER BY \(order)
            """
        ) { row in
            let address: String = try row.column(3)
            guard let email = EmailAddress(address) else {
                throw StorageError.column(3, wanted: "an e-mail address", found: "other text")
            }
            let answer: String? = try row.column(8)
            return JoinRequest(
                id: try row.column(0), organisation: try row.column(1), name: try row.column(2), email: email,
                message: try row.column(4), language: try row.column(5), isConfirmed: try row.column(6),
                created: try row.column(7), answer: answer.flatMap(JoinRequest.Answer.init),
                answered: try row.column(9))
        }
    }
}
