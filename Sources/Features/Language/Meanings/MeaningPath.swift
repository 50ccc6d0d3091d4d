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
    /// Our words beside those of another organisation, by its identifier.
    case differWith(String)
    case glossary(String)
    case glossaryPDF(String)

    static let base = "/words"
    static let listName = "list"
    static let oneName = "of"
    static let withName = "with"
    package static let differ = "/words/differ"
    static let glossaryBase = "/words/glossary"
    static let glossaryFile = "/words/glossary.pdf"

    package var url: String {
        switch self {
        case .open: Self.base
        case .decided: "\(Self.base)?\(Self.listName)=decided"
        case .one(let words): "\(Self.base)?\(Self.oneName)=\(words.percentEncoded)"
        case .suggest: "/language/suggest"
        case .differWith(let other): "\(Self.differ)?\(Self.withName)=\(other.percentEncoded)"
        case .glossary(let other): "\(Self.glossaryBase)?\(Self.withName)=\(other.percentEncoded)"
        case .glossaryPDF(let other): "\(Self.glossaryFile)?\(Self.withName)=\(other.percentEncoded)"
        }
    }
}
