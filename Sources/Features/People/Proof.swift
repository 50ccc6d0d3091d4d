import FoundationEssentials
import HTML
import Words

/// How somebody who has signed in shows once more that it is them, before what would be hard to take back.
enum Proof: Sendable, Equatable {
    /// For how long signing in with another site shows it, in seconds.
    static let lifetime: TimeInterval = 600

    case password
    /// They have no password, and signed in with another site a moment ago.
    case recent(host: String)
    /// They have no password, and signed in with another site too long ago. The address leads there, and back.
    case again(host: String, address: String)
    /// They have no password, and there is no other site any more.
    case nothing

    /// The form that asks for it; where it can't be shown yet, how it can.
    ///
    /// - Parameters:
    ///   - field: for the password.
    ///   - name: of that field, to which a fault leads.
    func asking(_ field: HTML, at name: String = "password", in form: (HTML) -> HTML) -> HTML {
        switch self {
        case .password: form(field)
        case .recent(let host):
            form(p(.id(name)) { "You signed in with \(host) a moment ago: that shows that it is you." })
        case .again(let host, let address):
            first(
                name,
                "You have no password here, so show in another way that it is you. You come back to this page, and have ten minutes.",
                address, "Sign in with \(host) once more")
        case .nothing:
            first(
                name, "Here a password shows that it is you, and you have none yet.",
                PeoplePath.forgotten.url, "Get a password")
        }
    }

    private func first(_ name: String, _ sentence: Phrase, _ address: String, _ link: Phrase) -> HTML {
        div(.id(name)) {
            p { sentence }
            p { a(.classes("button-secondary"), .href(address)) { link } }
        }
    }
}
