package import Web

/// The addresses of signing in, of a person's own page, and of who belongs where.
package enum PeoplePath: Sendable {
    /// The link that is printed for whoever runs the server.
    case owner
    case signIn
    case signOut
    case code
    case elsewhere
    case back
    case secondStep
    case confirmSecondStep
    case recoveryCodes
    case turnOffSecondStep
    case memberSecondStep(String)
    case placeSecondStep
    case askForSecondStep
    case forgotten
    case reset
    case join
    case ask
    case confirmAsking
    case me
    case actFor
    case password
    case endSession(String)
    case ownData
    case ownDataJSON
    case ownDataDocument
    case name
    case email
    case confirmEmail
    case erase
    case erased
    case organisation
    case invite
    case uninvite(String)
    case member(String)
    case tokens
    case endToken(String)
    case programmes
    case close
    case place
    case inviteOrganisation
    case facilitators
    case stepDown
    case request(String)
    case acceptRequest(String)
    case declineRequest(String)

    package var url: String {
        switch self {
        case .owner: "/owner"
        case .signIn: "/sign-in"
        case .signOut: "/sign-out"
        case .code: "/sign-in/code"
        case .elsewhere: "/sign-in/elsewhere"
        case .back: "/sign-in/back"
        case .secondStep: "/me/second-step"
        case .confirmSecondStep: "/me/second-step/confirm"
        case .recoveryCodes: "/me/second-step/codes"
        case .turnOffSecondStep: "/me/second-step/off"
        case .memberSecondStep(let id): "/organisation/members/\(id)/second-step"
        case .placeSecondStep: "/place/second-step"
        case .askForSecondStep: "/organisation/second-step"
        case .forgotten: "/forgotten"
        case .reset: "/reset"
        case .join: "/join"
        case .ask: "/ask-to-join"
        case .confirmAsking: "/ask-to-join/confirm"
        case .me: "/me"
        case .actFor: "/me/act-for"
        case .password: "/me/password"
        case .endSession(let id): "/me/sessions/\(id)/end"
        case .ownData: "/me/data"
        case .ownDataJSON: "/me/data.json"
        case .ownDataDocument: "/me/data.html"
        case .name: "/me/name"
        case .email: "/me/email"
        case .confirmEmail: "/me/email/confirm"
        case .erase: "/me/erase"
        case .erased: "/me/erased"
        case .organisation: "/organisation"
        case .invite: "/organisation/invitations"
        case .uninvite(let id): "/organisation/invitations/\(id)/take-back"
        case .member(let id): "/organisation/members/\(id)"
        case .tokens: "/organisation/tokens"
        case .endToken(let id): "/organisation/tokens/\(id)/end"
        case .programmes: "/organisation/programmes"
        case .close: "/organisation/close"
        case .place: "/place"
        case .inviteOrganisation: "/place/organisations"
        case .facilitators: "/place/facilitators"
        case .stepDown: "/place/facilitators/step-down"
        case .request(let id): "/place/requests/\(id)"
        case .acceptRequest(let id): "/place/requests/\(id)/accept"
        case .declineRequest(let id): "/place/requests/\(id)/decline"
        }
    }

    /// Where to sign in, and then go on to where one was.
    package static func signIn(then request: Request) -> String {
        let isWorthGoing = request.method == .get && request.path != "/" && !request.path.hasPrefix(signIn.url)
        return isWorthGoing ? "\(signIn.url)?then=\(request.path)" : signIn.url
    }

    /// Where to take up an invitation.
    static func join(with key: String) -> String { "\(join.url)?key=\(key)" }

    /// Where to sign in, and then take up an invitation.
    static func signIn(thenJoinWith key: String) -> String { "\(signIn.url)?then=\(join.url)%3Fkey%3D\(key)" }
}
