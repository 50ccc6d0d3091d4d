import FoundationEssentials
import Places
import Words

/// A way into an organisation for one person, for two weeks.
struct Invitation: Sendable, Equatable {
    /// 14 days, in seconds.
    static let lifetime: TimeInterval = 14 * 86_400

    let id: String
    let email: EmailAddress
    let organisation: Organisation
    let role: Role
    /// The one programme that the person is let in to; nil for all of the organisation.
    let programme: Programme?
    /// When what it makes of the person ends.
    let until: Date?
    let expires: Date

    /// What it comes to in the matrix.
    var standing: Role { programme == nil ? role : .guest }

    /// What the person is to be, with the programme where it is for one.
    var what: Phrase { programme.map { "Reader of \($0.name)" } ?? role.name }

    /// The last day of what it makes of the person.
    var lastDay: CivilDate? { until.map { CivilDate($0.addingTimeInterval(-1)) } }
}
