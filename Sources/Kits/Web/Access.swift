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

    /// Whether nothing stands between a person and the route but the second step at sign-in that their organisation asks for.
    package func awaitsSecondStep(of person: SignedIn) -> Bool {
        if case .may(let permission) = self {
            person.withheld?.permissions.contains(permission) ?? false
        } else {
            false
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
