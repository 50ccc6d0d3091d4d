import HTML
import Imports
import Jobs
import Words

/// How far the making of an account is.
struct JobPage {
    let job: Job
    let importID: String?
    let tokenField: HTML

    var title: Phrase {
        switch job.state {
        case .queued, .running: "Your account is being made"
        case .done: "Your account is ready"
        case .failed: "Your account could not be made"
        case .cancelled: "This was stopped"
        }
    }

    var body: HTML {
        .group([
            h1 { title },
            job.state.isFinished ? ended : running,
        ])
    }

    private var running: HTML {
        .group([
            p(.class("lead")) { "This takes a few seconds. The page looks again by itself; you can also leave it." },
            div(.class("progress-line"), .role("status")) {
                progress(.value(String(job.progress)), .max("100"), .ariaLabel("How much is done")) {
                    "\(job.progress)%"
                }
                p { step }
            },
            form(.method("post"), .action(AccountPath.cancel(job.id).url)) {
                tokenField
                div(.class("actions")) {
                    a(.class("button-secondary"), .href(AccountPath.job(job.id).url)) { "Look again" }
                    button(.class("button-quiet"), .type("submit")) { "Stop this" }
                }
            },
        ])
    }

    private var step: Phrase {
        if job.isCancelAsked { return "It is being stopped." }
        return switch job.note {
        case "reading": "Reading what was understood."
        case "making": "Working out the figures, drawing the charts and setting the pages."
        case "keeping": "Keeping the draft."
        default: job.attempts > 1 ? "Waiting to try again." : "Waiting for its turn."
        }
    }

    private var ended: HTML {
        .group([
            p(.class("lead")) { reason },
            importID.map { id in
                p { a(.class("button"), .href(ImportPath.one(id).url)) { "Go back to the workbook" } }
            } ?? .nothing,
        ])
    }

    private var reason: Phrase {
        guard job.state == .failed else { return "Nothing was made. You can start again whenever you like." }
        return switch job.error.flatMap(MakeDraft.Failure.init(rawValue:)) {
        case .noImport: "The workbook was taken back in the meantime."
        case .notUnderstood: "The workbook has questions or problems that are still open."
        case .withdrawn: "The account that this was to correct was withdrawn in the meantime."
        case .notWorkedOut:
            "A figure in the workbook is larger than can be shown. Look for a number with too many digits."
        case .worker: "The program that makes documents failed several times. Run outcomes doctor to see why."
        case nil: "Something failed on our side. It was written to the log under the number \(job.id)."
        }
    }
}
