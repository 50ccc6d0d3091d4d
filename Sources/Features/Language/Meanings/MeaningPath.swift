import Web

/// The addresses of what our words mean.
package enum MeaningPath: Sendable {
    /// Those of our words that have no meaning here yet.
    case open
    /// Those that have one.
    case decided
    /// One of them, to choose again.
    case one(String)
    case suggest

    static let base = "/words"
    static let listName = "list"
    static let oneName = "of"

    package var url: String {
        switch self {
        case .open: Self.base
        case .decided: "\(Self.base)?\(Self.listName)=decided"
        case .one(let words): "\(Self.base)?\(Self.oneName)=\(words.percentEncoded)"
        case .suggest: "/language/suggest"
        }
    }
}
