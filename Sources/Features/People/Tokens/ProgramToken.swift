import FoundationEssentials
import Places
import Words

/// What an organisation gives a program so that it may work for it: as much as a role allows, until a day.
struct ProgramToken: Sendable, Equatable {
    /// In characters.
    static let longestName = 80
    /// Every token begins so: programs that look for secrets in the wrong places know it by that.
    static let opening = "io-"

    let id: String
    let name: String
    let role: Role
    let madeBy: String
    /// Whether whoever made it still may as much as it does; it opens nothing otherwise.
    let isCovered: Bool
    let created: Date
    /// The day on which it was used last.
    let seen: CivilDate?
    let until: Date?

    var lastDay: CivilDate? { until.map { CivilDate($0.addingTimeInterval(-1)) } }
}
