import FoundationEssentials
import Imports
import Jobs
import Words

/// Work that the owner waits for, as the first page lists it.
struct WaitingJob: Sendable {
    let title: Phrase
    let address: String
    let percent: Int
    let since: Date

    static let kinds = [ReadUpload.kind, MakeDraft.kind]

    /// - Returns: nil for work of other kinds, which nobody ordered.
    init?(_ job: Job) {
        switch job.kind {
        case MakeDraft.kind: (title, address) = ("An account is being made", AccountPath.job(job.id).url)
        case ReadUpload.kind: (title, address) = ("A workbook is being read", ImportPath.one(job.id).url)
        default: return nil
        }
        percent = job.progress
        since = job.created
    }
}
