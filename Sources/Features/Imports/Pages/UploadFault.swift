package import Documents
package import Jobs
import Words

/// Why an upload was not taken.
package enum UploadFault: Error, Sendable {
    case missing
    case refused(WorkerProblem)
    /// Too many files wait to be read.
    case busy
    case diskFull
    case notKept
    /// Something failed on our side; the log knows it by the number of the job.
    case failed(job: String)

    /// What a reading came to, where it has ended and nothing could be taken.
    package init?(_ job: Job) {
        switch job.state {
        case .queued, .running, .cancelled: return nil
        case .done:
            guard let problem = job.result.flatMap(WorkerProblem.init(json:)) else { return nil }
            self = .refused(problem)
        case .failed:
            switch job.error.flatMap(ReadUpload.Failure.init(rawValue:)) {
            case .diskFull: self = .diskFull
            case .notKept: self = .notKept
            case nil: self = .failed(job: job.id)
            }
        }
    }

    package var shown: UploadPage.Fault {
        switch self {
        case .missing:
            UploadPage.Fault("No file was chosen, or it is empty.", mend: "Choose the workbook that you keep.")
        case .refused(let problem): UploadPage.Fault(problem.sentence, mend: problem.mend)
        case .busy: UploadPage.Fault("Other files wait to be read.", mend: "Try again in a minute.")
        case .diskFull:
            UploadPage.Fault("The server’s disk is full.", mend: "Tell the person who runs this server.")
        case .notKept: UploadPage.Fault("We could not keep what we read.", mend: "Try again in a minute.")
        case .failed(let job):
            UploadPage.Fault(
                "Something failed on our side. It was written to the log under the number \(job).",
                mend: "Try again. If it happens again, tell the person who runs this server that number.")
        }
    }

    package var status: Int {
        switch self {
        case .missing, .refused(.refused): 422
        case .refused(.unavailable), .busy: 503
        case .diskFull: 507
        case .refused, .notKept, .failed: 500
        }
    }
}
