import Web

/// The addresses of the search.
package enum SearchPath: Sendable {
    /// All that is found, some of each kind.
    case all(String)
    /// More of one kind.
    case kind(String, FindableKind)
    case program

    /// The address to which the box leads; the text comes as ``textName``.
    package static let base = "/search"
    package static let textName = "q"
    static let kindName = "kind"

    package var url: String {
        switch self {
        case .all(let text): "\(Self.base)?\(Self.textName)=\(text.percentEncoded)"
        case .kind(let text, let kind): "\(SearchPath.all(text).url)&\(Self.kindName)=\(kind.name)"
        case .program: "\(Operation.rootURL)/search"
        }
    }
}
