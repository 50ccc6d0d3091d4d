import Web

/// The addresses of imports for programs.
package enum ImportAPIPath: Sendable, Equatable {
    case all
    case one(String)
    /// Answers to the questions that only a person can answer.
    case answers(String)

    package var url: String {
        switch self {
        case .all: "\(Operation.rootURL)/imports"
        case .one(let id): "\(ImportAPIPath.all.url)/\(id)"
        case .answers(let id): "\(ImportAPIPath.one(id).url)/answers"
        }
    }
}
