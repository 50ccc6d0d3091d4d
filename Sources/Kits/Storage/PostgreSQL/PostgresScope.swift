/// For whom a unit of work is. The wall between places goes by it, and so does the right to write.
enum PostgresScope: Hashable, Sendable {
    case installation
    case place(String)

    /// Sets what the policies of the tables ask for: until the end of the transaction, or for all that follows.
    func settings(isLocal: Bool) throws(StorageError) -> String {
        let set = isLocal ? "SET LOCAL" : "SET"
        return switch self {
        case .installation: "\(set) io.place = ''; \(set) io.installation = 'on'"
        case .place(let place): "\(set) io.place = \(try quoted(place)); \(set) io.installation = 'off'"
        }
    }

    /// Waits for the sole right to write: in the place, or in all of them. Whoever writes in a place holds a share of the whole, so
    /// that the installation's work and that of the places wait for each other. Locks are taken in this order only.
    func lock() throws(StorageError) -> String {
        switch self {
        case .installation: "SELECT pg_advisory_xact_lock(\(Self.whole))"
        case .place(let place):
            """
            SELECT pg_advisory_xact_lock_shared(\(Self.whole));
            SELECT pg_advisory_xact_lock(hashtextextended(\(try quoted(place)), 0))
            """
        }
    }

    /// Two numbers are another kind of lock than the one number of a place, so that the two never meet.
    private static let whole = "18767, 1"

    private func quoted(_ text: String) throws(StorageError) -> String { try PostgresText.quoted(text) }
}

enum PostgresText {
    /// A text as a literal. Only for settings, which can't be bound.
    static func quoted(_ text: String) throws(StorageError) -> String {
        guard !text.utf8.contains(0) else { throw .unstorable }
        var quoted = "'"
        for character in text.unicodeScalars {
            if character == "'" { quoted += "'" }
            quoted.unicodeScalars.append(character)
        }
        return quoted + "'"
    }
}
