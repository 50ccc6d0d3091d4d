import Crypto
import FoundationEssentials
import Storage

/// Counts attempts to get in, for an address and for an account, whichever of several servers they come to.
struct AttemptStore: Sendable {
    /// So many, within ``window`` seconds from the first.
    static let mostOfAccount = 10
    static let mostOfAddress = 100
    /// To one address.
    static let mostOfLetters = 5
    static let window: TimeInterval = 900

    let place: String

    /// Counts one more.
    ///
    /// - Parameter subject: what is counted; it is kept as its SHA-256, so that the table names nobody.
    /// - Returns: false where there were too many.
    func isAllowed(
        _ subject: String, most: Int, at now: Date, in database: any Database
    ) async throws(StorageError) -> Bool {
        let subject = digest(subject)
        let oldest = now.addingTimeInterval(-Self.window)
        // Whoever goes on all the same costs no write.
        let before = try await database.first(
            "SELECT number FROM attempt WHERE place = \(place) AND subject = \(subject) AND began > \(oldest)"
        ) { try $0.column(0, as: Int.self) }
        guard before ?? 0 < most else { return false }
        let number = try await database.transaction { transaction in
            try await transaction.first(
                """
                INSERT INTO attempt (place, subject, began, number) VALUES (\(place), \(subject), \(now), 1)
                ON CONFLICT (place, subject) DO UPDATE SET
                    number = CASE WHEN attempt.began <= \(oldest) THEN 1 ELSE attempt.number + 1 END,
                    began = CASE WHEN attempt.began <= \(oldest) THEN excluded.began ELSE attempt.began END
                RETURNING number
                """
            ) { try $0.column(0, as: Int.self) }
        }
        return (number ?? 1) <= most
    }

    /// Takes one back that turned out to be right: where many people share an address, they don't shut each other out.
    func takeBack(_ subject: String, in database: any Database) async throws(StorageError) {
        let subject = digest(subject)
        try await database.execute(
            """
            UPDATE attempt SET number = number - 1
            WHERE place = \(place) AND subject = \(subject) AND number > 0
            """)
    }

    /// After the right password the account begins anew.
    func forget(_ subject: String, in database: any Database) async throws(StorageError) {
        let subject = digest(subject)
        try await database.execute("DELETE FROM attempt WHERE place = \(place) AND subject = \(subject)")
    }

    /// Forgets what was counted for an address that is no longer anybody's.
    func forgetAll(of email: EmailAddress, in store: any Writing) async throws(StorageError) {
        for subject in ["account \(email)", "letter \(email)", "reset \(email)", "ask \(email)"] {
            let subject = digest(subject)
            try await store.execute("DELETE FROM attempt WHERE place = \(place) AND subject = \(subject)")
        }
    }

    func remove(before moment: Date, in store: any Writing) async throws(StorageError) -> Int {
        try await store.execute("DELETE FROM attempt WHERE place = \(place) AND began <= \(moment)")
    }
}
