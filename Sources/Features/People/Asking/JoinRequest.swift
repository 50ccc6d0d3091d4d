import FoundationEssentials

/// Somebody asks that an organisation may join the place, which isn't here yet.
struct JoinRequest: Sendable, Equatable {
    /// In characters.
    static let longestMessage = 1_000
    /// How long the link works that confirms an address, in seconds: a day.
    static let lifetime: TimeInterval = 86_400
    /// So many may wait for an answer in a place at once.
    static let mostWaiting = 200
    /// So many may wait at once for somebody to confirm their address. For each a letter may wait, and those that wait must leave room
    /// for the letters of people who are here.
    static let mostUnconfirmed = 200

    enum Answer: String, Sendable { case accepted, declined }

    let id: String
    let organisation: String
    let name: String
    let email: EmailAddress
    let message: String
    /// The code of the language that the person reads in.
    let language: String
    /// Whether the person has shown that the address is theirs.
    var isConfirmed = false
    let created: Date
    var answer: Answer?
    var answered: Date?

    /// Whether it asks for the same organisation, from the same address.
    func isLike(_ other: JoinRequest) -> Bool {
        email == other.email && organisation.lowercased() == other.organisation.lowercased()
    }
}
