package import FoundationEssentials
import Places

/// Everything that is held about a person, as that person may see it.
package struct OwnData: Sendable {
    /// An invitation to the person's address that nobody has taken up.
    struct Invited: Sendable, Equatable {
        let organisation: String
        let role: Role
        let created: Date
        let expires: Date
    }

    /// A token that the person made for a program.
    struct Made: Sendable, Equatable {
        let name: String
        let organisation: String
        let role: Role
        let created: Date
        let until: Date?
    }

    /// Who the person is to another provider, by which they sign in.
    struct Identity: Sendable, Equatable {
        let issuer: String
        let subject: String
        let created: Date
    }

    /// Something that the person did, as the audit trail has it: once, whatever number of rows it changed.
    struct Act: Sendable, Equatable {
        let moment: Date
        /// The action by its name in the program.
        let action: String
        /// The name of the organisation that it was done for.
        let organisation: String?
        /// The network address that it was done from.
        let client: String
    }

    /// Something that the person said about shared words, or proposed.
    package struct Said: Sendable, Equatable {
        package let text: String
        /// What it is about.
        package let about: String
        package let moment: Date

        package init(_ text: String, about: String, at moment: Date) {
            self.text = text
            self.about = about
            self.moment = moment
        }
    }

    let person: Person
    let hasPassword: Bool
    /// Since when there is a second step at sign-in; nil where there is none.
    let secondStep: Date?
    /// How many recovery codes are left.
    let recoveryCodes: Int
    let identities: [Identity]
    /// Also those that have ended.
    let memberships: [Membership]
    let sessions: [SessionStore.Session]
    let invitations: [Invited]
    /// What the person asked from their address: that an organisation may join.
    let requests: [JoinRequest]
    let tokens: [Made]
    /// The newest first.
    let acts: [Act]
    /// Another feature knows it.
    var said: [Said] = []
}
