import HTML
import Imports
import Web
import Words

/// What waits for an organisation: work that goes on, drafts, and workbooks of which nothing was made yet.
struct WaitingSteps: Sendable {
    let jobs: [WaitingJob]
    /// What went wrong, for those who may put it away.
    let failed: [FailedJob]
    let tokenField: HTML
    let drafts: PageOf<KeptAccount>
    let imports: PageOf<ImportLine>
    /// Whether the reader may take workbooks back.
    let mayTakeBack: Bool

    /// Beyond this a person is told how many there are.
    private static let mostJobs = 20

    var isEmpty: Bool { jobs.isEmpty && failed.isEmpty && drafts.items.isEmpty && imports.items.isEmpty }
    var hasMore: Bool { drafts.hasMore || imports.hasMore }

    var body: HTML {
        ol(.classes("next-steps")) {
            for job in jobs.prefix(Self.mostJobs) {
                li {
                    a(.href(job.address)) { job.title }
                    verbatim(" ")
                    span(.classes("step-since")) {
                        "\(job.percent)% done"
                        verbatim(", ")
                        AccountLine.since(job.since)
                    }
                }
            }
            if jobs.count > Self.mostJobs { li { "\(jobs.count - Self.mostJobs) more are being made or read." } }
            for job in failed { li { job.line(tokenField) } }
            for account in drafts.items {
                li {
                    AccountLine(account: account).draft
                    if mayTakeBack, let draft = account.draft, let id = draft.importID {
                        takeBack(id, draft.shortTitle)
                    }
                }
            }
            for item in imports.items {
                li {
                    a(.href(ImportPath.one(item.id).url)) { "Look at what we understood of \(item.fileName)" }
                    verbatim(" ")
                    span(.classes("step-since")) { AccountLine.since(item.created) }
                    if mayTakeBack { takeBack(item.id, item.fileName) }
                }
            }
        }
    }

    /// How what waits is cleared away, where nobody wants it any more.
    private func takeBack(_ importID: String, _ name: String) -> HTML {
        p(.classes("step-since")) {
            a(.href(ImportPath.takeBack(importID).url)) {
                "Take it back"
                span(.classes("visually-hidden")) { verbatim(" " + name) }
            }
        }
    }
}
