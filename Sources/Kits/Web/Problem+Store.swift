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

    /// What an error that no handler knows means for whoever asked.
    init(of error: any Error, request id: String) {
        switch StorageError(within: error) {
        case .unreachable, .busy, .uncertain, .closed: self = .noDatabase
        case .full, .readOnly: self = .storeFull
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
