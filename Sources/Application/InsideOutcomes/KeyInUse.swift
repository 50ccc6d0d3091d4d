import Crypto
import Storage
import Web

/// Sees to it that all servers that share a database have the same owner's key: what one shows in a form another one takes, and what
/// one keeps sealed another one opens.
enum KeyInUse {
    private static let place = "installation"

    /// Notes the key where the database was used with none yet.
    ///
    /// - Parameter isNew: whether this key is to be the one from now on.
    /// - Returns: whether it is the one that the database is used with.
    static func admits(
        _ key: OwnerKey, in database: any Database, isNew: Bool
    ) async throws(StorageError) -> Bool {
        let digest = hex(key.derived(for: "which key it is"))
        return try await database.transaction { transaction in
            let known = try await transaction.first("SELECT digest FROM key_in_use WHERE place = \(place)") {
                try $0.column(0, as: String.self)
            }
            if known == digest { return true }
            guard known == nil || isNew else { return false }
            try await transaction.execute([
                "DELETE FROM key_in_use WHERE place = \(place)",
                "INSERT INTO key_in_use (place, digest) VALUES (\(place), \(digest))",
            ])
            return true
        }
    }
}
