/// Who is asking.
package enum Reader: Sendable, Hashable {
    case stranger
    case person(SignedIn)

    package var person: SignedIn? {
        if case .person(let person) = self { person } else { nil }
    }

    package func may(_ permission: Permission) -> Bool {
        person?.permissions.contains(permission) ?? false
    }
}

/// A person who has signed in, as far as a request needs to know them.
package struct SignedIn: Sendable, Hashable {
    package let id: String
    package let name: String
    /// The session that this request came in, by its public identifier.
    package let session: String
    /// The organisation that the person acts for; nil for one who belongs to none.
    package let organisation: Organisation?
    /// What the person may do, acting for that organisation and in the place.
    package let permissions: Set<Permission>

    package struct Organisation: Sendable, Hashable {
        package let id: String
        package let name: String

        package init(id: String, name: String) {
            self.id = id
            self.name = name
        }
    }

    package init(
        id: String, name: String, session: String, organisation: Organisation?, permissions: Set<Permission>
    ) {
        self.id = id
        self.name = name
        self.session = session
        self.organisation = organisation
        self.permissions = permissions
    }
}

/// Knows people by the secret that their browser holds. The application gives one to the site.
package protocol Gatekeeper: Sendable {
    /// The person whose session a token opens; nil where there is no such session, or it has ended.
    func person(holding token: String) async throws -> SignedIn?
}
