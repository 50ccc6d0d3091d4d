import Imports
import Web

/// The addresses of accounts for programs.
enum AccountAPIPath: Sendable, Equatable {
    case all
    case one(String)
    /// The account as data, as it was published.
    case facts(String)
    case figures(String)
    case figure(String, String)
    /// Makes the account of an import.
    case make(String)
    case job(String)

    var url: String {
        switch self {
        case .all: "\(Operation.rootURL)/accounts"
        case .one(let id): "\(AccountAPIPath.all.url)/\(id)"
        case .facts(let id): "\(AccountAPIPath.one(id).url)/facts"
        case .figures(let id): "\(AccountAPIPath.one(id).url)/figures"
        case .figure(let id, let figure): "\(AccountAPIPath.figures(id).url)/\(figure)"
        case .make(let importID): "\(ImportAPIPath.one(importID).url)/account"
        case .job(let id): "\(Operation.rootURL)/jobs/\(id)"
        }
    }
}
