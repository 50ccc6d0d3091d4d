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

    /// Whether the organisation keeps a lasting owner where this becomes something else, or ends.
    ///
    /// - Parameters:
    ///   - role: nil where it ends.
    ///   - members: all of the organisation's.
    func mayBecome(_ role: Role?, until: Date?, among members: [Membership]) -> Bool {
        guard self.role == .owner, role != .owner || until != nil else { return true }
        // An owner whose time ends is no lasting one.
        return members.contains { $0.role == .owner && $0.until == nil && $0.person.id != person.id }
    }

    func isInForce(at now: Date) -> Bool { until.map { $0 > now } ?? true }
}
