/// Who is asking.
package enum Reader: Sendable, Hashable {
    case stranger
    case person(SignedIn)
    /// A program, by the token that an organisation gave it.
    case program(TokenBearer)

    package var person: SignedIn? {
        if case .person(let person) = self { person } else { nil }
    }

    package var program: TokenBearer? {
        if case .program(let program) = self { program } else { nil }
    }

    /// The organisation for which the reader acts.
    package var organisation: SignedIn.Organisation? { person?.organisation ?? program?.organisation }

    package var permissions: Set<Permission> { person?.permissions ?? program?.permissions ?? [] }

    package func may(_ permission: Permission) -> Bool { permissions.contains(permission) }
}

/// A program that holds a token of an organisation.
package struct TokenBearer: Sendable, Hashable {
    /// The token's public identifier.
    package let id: String
    /// What the organisation calls the token.
    package let name: String
    package let organisation: SignedIn.Organisation
    package let permissions: Set<Permission>

    package init(id: String, name: String, organisation: SignedIn.Organisation, permissions: Set<Permission>) {
        self.id = id
        self.name = name
        self.organisation = organisation
        self.permissions = permissions
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
    /// What is closed to them until they have a second step at sign-in; nil where nothing is.
    package let withheld: Withheld?

    /// An organisation asks for a second step at sign-in: to who has none, all of it is closed until then.
    package struct Withheld: Sendable, Hashable {
        /// The organisation's name.
        package let organisation: String
        /// What they may do in it from then on.
        package let permissions: Set<Permission>

        package init(organisation: String, permissions: Set<Permission>) {
            self.organisation = organisation
            self.permissions = permissions
        }
    }

    package struct Organisation: Sendable, Hashable {
        package let id: String
        package let name: String
        /// The one programme that the person sees of it; nil for all.
        package let programme: String?

        package init(id: String, name: String, programme: String? = nil) {
            self.id = id
            self.name = name
            self.programme = programme
        }
    }

    package init(
        id: String, name: String, session: String, organisation: Organisation?, permissions: Set<Permission>,
        withheld: Withheld? = nil
    ) {
        self.id = id
        self.name = name
        self.session = session
        self.organisation = organisation
        self.permissions = permissions
        self.withheld = withheld
    }
}

/// Knows people by the secret that their browser holds, and programs by their token. The application gives one to the site.
package protocol Gatekeeper: Sendable {
    /// The person whose session a token opens; nil where there is no such session, or it has ended.
    func person(holding token: String) async throws -> SignedIn?

    /// The program that was given a token; nil where no such token opens anything.
    ///
    /// - Parameter client: the network address that it comes from.
    /// - Throws: ``Problem/tooManyTokens`` where too many wrong ones came from there.
    func program(holding token: String, from client: String) async throws -> TokenBearer?
}
