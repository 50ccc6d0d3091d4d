import Words

/// Something that a page shows the name of, and that another list may call otherwise.
package enum Nameable: Sendable, Hashable {
    /// A concept, by its IRI.
    case concept(String)
    /// An outcome in the words of the organisation that an account is of, by the account's identifier.
    case outcome(String, account: String)

    /// What stands before its own name where another one is shown first.
    var ownName: Phrase {
        switch self {
        case .concept: "Shared word: "
        case .outcome: "In their own words: "
        }
    }
}
