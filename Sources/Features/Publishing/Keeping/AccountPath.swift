import Imports

/// The addresses of accounts and of the jobs that make them.
package enum AccountPath: Sendable, Equatable {
    case home
    /// All accounts of a list, the newest first.
    case list(AccountList)
    /// All that waits for the owner.
    case waiting
    /// The current edition; this address never changes.
    case one(String)
    case file(String, AccountForm)
    case edition(String, Int)
    case editionFile(String, Int, AccountForm)
    case check(String)
    case publish(String)
    case correct(String)
    case withdraw(String)
    /// Makes the account of an import.
    case make(String)
    case job(String)
    case cancel(String)
    /// Takes a job that failed from the list of what went wrong.
    case putAway(String)
    case schema

    /// How the addresses end where accounts are corrected.
    package static let correctionEnd = "/correct"

    package var url: String {
        switch self {
        case .home: "/"
        case .list(let list): "/\(list.rawValue)"
        case .waiting: "/waiting"
        case .one(let id): "/accounts/\(id)"
        case .file(let id, let form): "/accounts/\(id)/\(form.fileName)"
        case .edition(let id, let number): AccountPath.read(id, edition: String(number))
        case .editionFile(let id, let number, let form): "\(AccountPath.edition(id, number).url)/\(form.fileName)"
        case .check(let id): "/accounts/\(id)/check"
        case .publish(let id): "/accounts/\(id)/publish"
        case .correct(let id): "/accounts/\(id)" + Self.correctionEnd
        case .withdraw(let id): "/accounts/\(id)/withdraw"
        case .make(let importID): "/imports/\(importID)/account"
        case .job(let id): "/jobs/\(id)"
        case .cancel(let id): "/jobs/\(id)/cancel"
        case .putAway(let id): "/jobs/\(id)/put-away"
        case .schema: "/schemas/account.json"
        }
    }
}

extension AccountPath {
    /// Where an account is read: an edition by its number, or the current one where there is none.
    package static func read(_ id: String, edition: String?) -> String {
        edition.map { "\(AccountPath.one(id).url)/editions/\($0)" } ?? AccountPath.one(id).url
    }

    /// What ``edition(_:_:)`` looks like for the router.
    static let editionPattern = AccountPath.read(":id", edition: ":number")
    static let editionFilePattern = "\(editionPattern)/:file"

    /// The page of the import that an account was made of.
    static func importPage(_ id: String) -> String { ImportPath.one(id).url }
}
