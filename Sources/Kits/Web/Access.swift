/// Who may call a route. The router asks before the handler runs and before a body is read.
package enum Access: Sendable, Hashable {
    case anyone
    case owner

    package func admits(_ reader: Reader) -> Bool {
        switch self {
        case .anyone: true
        case .owner: reader == .owner
        }
    }
}

/// Who is asking.
package enum Reader: Sendable, Hashable {
    case stranger
    /// The browser that holds the owner's cookie.
    case owner
}
