import Jobs
import Storage
import Words

extension Problem {
    package static let noDatabase = Problem(
        status: 503, code: "WEB-023", title: "The database can’t be reached",
        detail: "It is away, or busy with other work. Nothing was changed, unless it was just then being confirmed.",
        next: "Wait a minute, then try again. If it stays so, tell the person who runs this server."
    ).with("Retry-After", "30")

    package static let storeFull = Problem(
        status: 507, code: "WEB-024", title: "Nothing can be written at the moment",
        detail: "The server's disk is full or can't be written to. Nothing was changed; what is there can be read.",
        next: "Tell the person who runs this server.")

    package static let tooMuchWaits = Problem(
        status: 503, code: "WEB-026", title: "Too much waits to be done",
        detail:
            "So many letters, or so much other work, of this place wait that no more is taken. Nothing was changed.",
        next:
            "Try again in an hour. If it stays so, tell the person who runs this server: its mail server may be out of reach."
    ).with("Retry-After", "3600")

    /// What an error that no handler knows means for whoever asked.
    init(of error: any Error, request id: String) {
        switch StorageError(within: error) {
        case .unreachable, .busy, .uncertain, .closed: self = .noDatabase
        case .full, .readOnly: self = .storeFull
        // A letter, or other work, that was to be ordered together with a change.
        case .undone(JobError.tooMany.code): self = .tooMuchWaits
        default: self = .failed(request: id)
        }
    }
}

extension StorageError {
    /// The failure of the store itself, or that which an action's own error carries, as ``StorageFailure`` has it.
    fileprivate init?(within error: any Error) {
        guard let found = error as? StorageError ?? Mirror(reflecting: error).children.first?.value as? StorageError
        else { return nil }
        self = found
    }
}
