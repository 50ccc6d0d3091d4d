package import Configuration
package import FoundationEssentials
package import Words

/// What is kept for a while only.
package enum KeptKind: String, Sendable, CaseIterable {
    case sessions, invitations, tokens, resets, attempts, memberships, people, requests
    case uploads, copies, drafts, workbooks, takenBack
    case letters, jobs, trail, counts
}

/// How long what is kept, and why. This table is the one place that says so: the nightly work goes by it, and the page is drawn from it.
package struct RetentionTable: Sendable {
    package struct Line: Sendable {
        package let kind: KeptKind
        /// What it is, and from when its time is counted.
        package let words: Phrase
        package let period: KeepingPeriod
        package let reason: Phrase
        package let rhythm: Rhythm
    }

    /// How often it is looked through.
    package enum Rhythm: Sendable { case hour, night }

    package let lines: [Line]

    package init(_ periods: KeepingPeriods) {
        func chosen(_ kind: KeepingPeriods.Kind) -> KeepingPeriod { .days(periods.days(kind)) }
        lines = [
            Self.line(
                .sessions, "That somebody is signed in on a device, from when they signed in", .days(90),
                "Who has not been here for so long shows their password again."),
            Self.line(
                .invitations, "Invitations that nobody has taken up", .days(14),
                "The link works for two weeks, and is of no use after that."),
            Self.line(
                .tokens, "Tokens of programs, after their last day", .none, "They open nothing any more."),
            Self.line(
                .resets, "Links for a new password", .minutes(60), "A link works for an hour.", .hour),
            Self.line(
                .attempts, "How often somebody tried to get in, without saying who", .minutes(15),
                "It slows down those who guess, and isn’t needed for longer.", .hour),
            Self.line(
                .memberships, "What somebody was in an organisation, after their last day there",
                chosen(.memberships), "So that an owner can see for a while who was here."),
            Self.line(
                .people, "Accounts of people who belong to no organisation and convene no place, since then",
                chosen(.people), "Somebody may come back. Whoever doesn’t is forgotten."),
            Self.line(
                .requests, "Requests to join, from when they were answered, or made where nobody answers",
                chosen(.requests),
                "So that facilitators see who asked, and what became of it. Where nobody confirms the e-mail address, a request goes the night after a day."
            ),
            Self.line(
                .uploads, "Uploaded files that wait to be read", .minutes(60),
                "They go as soon as they were read. What is left behind was left by a fault.", .hour),
            Self.line(
                .copies, "Marked copies of workbooks that could not be taken", .days(1),
                "They hold everything that the file held. A day is enough to download one.", .hour),
            Self.line(
                .drafts, "Drafts of accounts, from when they were made", chosen(.drafts),
                "A draft can be made anew from its workbook. Of an organisation that was closed they go the next night."
            ),
            Self.line(
                .workbooks, "What was read from a workbook of which there is no account", chosen(.workbooks),
                "Rows about people are kept for as long as somebody works with them. Of an organisation that was closed they go the next night."
            ),
            Self.line(
                .takenBack, "That there was a workbook that was taken back, without what it held",
                chosen(.takenBack), "So that people who look for it learn what became of it."),
            Self.line(
                .letters, "Letters that could not be sent", .days(3), "They are tried for most of a day."),
            Self.line(
                .jobs, "Work that is finished or has failed", chosen(.jobs),
                "So that whoever ordered it sees what became of it."),
            Self.line(
                .trail, "The record of who changed what", chosen(.trail),
                "For as long as somebody may have to answer for it (Limitation Act 1980). Of what is still here, the newest entry stays."
            ),
            Self.line(
                .counts, "How much was removed in each night", .days(730), "So that it can be shown that this is done."),
        ]
    }

    package func limit(of kind: KeptKind, at now: Date) -> Date {
        let period = lines.first { $0.kind == kind }?.period ?? .none
        return now.addingTimeInterval(-period.seconds)
    }

    private static func line(
        _ kind: KeptKind, _ words: Phrase, _ period: KeepingPeriod, _ reason: Phrase, _ rhythm: Rhythm = .night
    ) -> Line {
        Line(kind: kind, words: words, period: period, reason: reason, rhythm: rhythm)
    }
}

/// For how long something is kept.
package enum KeepingPeriod: Sendable, Equatable {
    case none
    case minutes(Int)
    case days(Int)

    package var seconds: TimeInterval {
        switch self {
        case .none: 0
        case .minutes(let minutes): TimeInterval(minutes) * 60
        case .days(let days): TimeInterval(days) * 86_400
        }
    }

    package var words: Phrase {
        switch self {
        case .none: return "Until the next night"
        case .minutes(let minutes): return Phrase(one: "\(minutes) minute", other: "\(minutes) minutes", count: minutes)
        case .days(let days):
            // 2192 days are six years, two leap days counted.
            let years = days / 365
            guard years > 1, days - years * 365 <= years / 4 + 1 else {
                return Phrase(one: "\(days) day", other: "\(days) days", count: days)
            }
            return "\(years) years"
        }
    }
}
