import Lookup
import Publishing
import Web

/// The addresses of accounts in other words.
enum LensPath: Sendable, Equatable {
    /// An account's current edition in the words of a scheme, by the scheme's key.
    case one(account: String, lens: String)
    case file(account: String, lens: String, AccountForm)
    /// Remembers the scheme for the accounts that are read next, or forgets it where the key is empty.
    case choose
    /// For programs: the schemes that can be chosen.
    case program

    /// The current edition in the provider's own words, whatever was chosen before.
    static func own(_ account: String) -> String { "\(AccountPath.one(account).url)?words=own" }

    var url: String {
        switch self {
        case .one(let account, let lens): "\(AccountPath.one(account).url)/in/\(lens)"
        case .file(let account, let lens, let form): "\(AccountPath.one(account).url)/in/\(lens)/\(form.fileName)"
        case .program: "\(Operation.rootURL)/word-lists"
        case .choose: ReadIn.address
        }
    }
}
