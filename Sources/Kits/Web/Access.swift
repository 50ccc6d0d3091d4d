/// Something that people may be allowed to do. The features name what there is; the web only compares.
package struct Permission: Sendable, Hashable, CustomStringConvertible {
    package let name: String

    package init(_ name: String) {
        self.name = name
    }

    package var description: String { name }
}

/// Who may call a route. The router asks before the handler runs and before a body is read.
package enum Access: Sendable, Hashable, CustomStringConvertible {
    case anyone
    case signedIn
    case may(Permission)

    package func admits(_ reader: Reader) -> Bool {
        switch self {
        case .anyone: true
        case .signedIn: reader.person != nil
        case .may(let permission): reader.may(permission)
        }
    }

    package var description: String {
        switch self {
        case .anyone: "anyone"
        case .signedIn: "signed in"
        case .may(let permission): "may \(permission)"
        }
    }
}
