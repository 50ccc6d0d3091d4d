package import Storage

/// Why a job was not taken.
package enum JobError: StorageFailure, Equatable {
    /// The payload is larger than the rules allow.
    case tooLarge
    /// Too many jobs of this kind and place wait already.
    case tooMany
    case storage(StorageError)

    package var code: String {
        switch self {
        case .tooLarge: "JOB-001"
        case .tooMany: "JOB-002"
        case .storage(let error): error.code
        }
    }
}
