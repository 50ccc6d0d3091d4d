package import Words

/// Why the document worker gave no answer.
package enum WorkerProblem: Error, Sendable, Equatable {
    /// The file can't be taken as it is; a person can mend that.
    case refused(FileRefusal)
    /// The request itself is wrong, such as a picture without an alternative text: a mistake of ours.
    case badRequest(String)
    case tookTooLong(seconds: Int)
    case tookTooMuchMemory(megabytes: Int)
    /// It used more of a processor's time than the request allows.
    case workedTooLong(seconds: Int)
    /// The process ended in the middle of the request; the detail is for the log.
    case died(String)
    /// It answered with something that is no answer.
    case nonsense(String)
    /// It can't be started: the detail says what is missing.
    case unavailable(String)
    /// The task that asked was cancelled.
    case cancelled

    /// A stable, searchable code.
    package var code: String {
        switch self {
        case .refused(let refusal): refusal.code
        case .badRequest: "DOC-001"
        case .tookTooLong: "DOC-002"
        case .tookTooMuchMemory: "DOC-003"
        case .died: "DOC-004"
        case .nonsense: "DOC-005"
        case .unavailable: "DOC-006"
        case .cancelled: "DOC-007"
        case .workedTooLong: "DOC-008"
        }
    }

    /// What happened, for a person.
    package var sentence: Phrase {
        switch self {
        case .refused(let refusal): refusal.sentence
        case .badRequest: "We made a mistake in making this document."
        case .tookTooLong(let seconds): "This took longer than \(seconds) seconds, so we stopped it."
        case .workedTooLong(let seconds): "This needed more than \(seconds) seconds of work, so we stopped it."
        case .tookTooMuchMemory(let megabytes): "This needed more than \(megabytes) MB of memory, so we stopped it."
        case .died, .nonsense: "The program that reads and makes documents stopped in the middle of this."
        case .unavailable: "The program that reads and makes documents could not be started."
        case .cancelled: "This was cancelled."
        }
    }

    /// What a person can do next.
    package var mend: Phrase {
        switch self {
        case .refused(let refusal): refusal.mend
        case .tookTooLong, .tookTooMuchMemory, .workedTooLong:
            "Try again with a smaller file: only the sheets and rows that are needed."
        case .died, .nonsense:
            "Try again. If it happens again, save the file anew as an Excel workbook (.xlsx) and try with that."
        case .badRequest, .unavailable: "Ask the person who runs this service to run outcomes doctor."
        case .cancelled: "Start it again when you are ready."
        }
    }
}
