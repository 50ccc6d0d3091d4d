import FoundationEssentials
import HTML
import Imports
import Jobs
import Words

/// Work that came to nothing, with its reason, until somebody puts it away or a week has passed.
struct FailedJob: Sendable {
    let id: String
    let title: Phrase
    let reason: Phrase
    let address: String
    let since: Date

    /// - Returns: nil for work of other kinds, which nobody ordered.
    init?(_ job: Job) {
        switch job.kind {
        case MakeDraft.kind:
            (title, address) = ("An account could not be made", AccountPath.job(job.id).url)
            reason = JobPage.reason(job)
        case ReadUpload.kind:
            guard let fault = UploadFault(job) else { return nil }
            (title, address) = ("A workbook could not be read", ImportPath.one(job.id).url)
            reason = fault.shown.sentence
        default: return nil
        }
        id = job.id
        since = job.finished ?? job.created
    }

    func line(_ tokenField: HTML) -> HTML {
        .group([
            p(.classes("step-title")) { a(.href(address)) { title } },
            p { reason },
            p(.classes("step-since")) { AccountLine.since(since) },
            form(.method("post"), .action(AccountPath.putAway(id).url)) {
                tokenField
                button(.classes("button-quiet"), .type("submit")) {
                    "Put this away"
                    span(.classes("visually-hidden")) {
                        verbatim(": ")
                        title
                    }
                }
            },
        ])
    }
}
