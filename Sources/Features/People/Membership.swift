package import FoundationEssentials
package import Places
import Words

/// What a person is in an organisation, and until when.
package struct Membership: Sendable, Equatable {
    package let person: Person
    package let organisation: Organisation
    package let role: Role
    /// The one programme that it is for; nil for all of the organisation.
    package let programme: Programme?
    /// Nil where it has no end.
    package let until: Date?
    package let since: Date

    package init(
        person: Person, organisation: Organisation, role: Role, programme: Programme?, until: Date?, since: Date
    ) {
        self.person = person
        self.organisation = organisation
        self.role = role
        self.programme = programme
        self.until = until
        self.since = since
    }
}

extension Membership {
    /// What it comes to in the matrix.
    var standing: Role { programme == nil ? role : .guest }

    /// The last day on which it is in force.
    var lastDay: CivilDate? { until.map { CivilDate($0.addingTimeInterval(-1)) } }

    /// The moment at which it ends, for a last day in UTC.
    static func end(after lastDay: CivilDate) -> Date { lastDay.midnight.addingTimeInterval(86_400) }

    func isInForce(at now: Date) -> Bool { until.map { $0 > now } ?? true }
}
