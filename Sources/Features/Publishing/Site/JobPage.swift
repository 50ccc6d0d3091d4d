import HTML
import Imports
import Jobs
import Web
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
        JobProgressView(
            job, step: step, address: AccountPath.job(job.id).url, stopAddress: AccountPath.cancel(job.id).url,
            tokenField: tokenField
        ).body
    }

    private var step: Phrase? {
        switch job.note {
        case "reading": "Reading what was understood."
        case "making": "Working out the figures, drawing the charts and setting the pages."
        case "keeping": "Keeping the draft."
        default: nil
        }
    }

    private var ended: HTML {
        .group([
            p(.classes("lead")) { Self.reason(job) },
            importID.map { id in
                p { a(.classes("button"), .href(ImportPath.one(id).url)) { "Go back to the workbook" } }
            } ?? .nothing,
        ])
    }

    /// Why nothing came of a job.
    static func reason(_ job: Job) -> Phrase {
        guard job.state == .failed else { return "Nothing was made. You can start again whenever you like." }
        return switch job.error.flatMap(MakeDraft.Failure.init(rawValue:)) {
        case .noImport: "The workbook was taken back in the meantime."
        case .notUnderstood: "The workbook has questions or problems that are still open."
        case .withdrawn: "The account that this was to correct was withdrawn in the meantime."
        case .otherDraft:
            "Another correction of this account is a draft already. Publish it, or take its workbook back; then make this one."
        case .notWorkedOut:
            "A figure in the workbook is larger than can be shown. Look for a number with too many digits."
        case .worker: "The program that makes documents failed several times. Run outcomes doctor to see why."
        case nil: "Something failed on our side. It was written to the log under the number \(job.id)."
        }
    }
}
