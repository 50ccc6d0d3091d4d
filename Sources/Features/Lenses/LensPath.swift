import Lookup
import Publishing
import Web

/// The addresses of accounts in other words.
enum LensPath: Sendable, Equatable {
    /// An edition of an account in the words of a scheme, by the scheme's key.
    case one(Read, lens: String)
    case file(Read, lens: String, AccountForm)
    /// Remembers the scheme for the accounts that are read next, or forgets it where the key is empty.
    case choose
    /// For programs: the schemes that can be chosen.
    case program

    /// What is read: an account by its identifier, and which edition; nil for the current one.
    struct Read: Sendable, Equatable {
        let account: String
        let edition: String?

        init(_ account: String, edition: String? = nil) {
            self.account = account
            self.edition = edition
        }

        init(_ account: String, number: Int?) {
            self.init(account, edition: number.map(String.init))
        }

        /// What stands in the address of any account, or of any edition, for the router.
        static let patterns = [Read(":id"), Read(":id", edition: ":number")]

        var url: String { AccountPath.read(account, edition: edition) }
        /// In the provider's own words, whatever was chosen before.
        var own: String { "\(url)?words=own" }
    }

    var url: String {
        switch self {
        case .one(let read, let lens): "\(read.url)/in/\(lens)"
        case .file(let read, let lens, let form): "\(LensPath.one(read, lens: lens).url)/\(form.fileName)"
        case .program: "\(Operation.rootURL)/word-lists"
        case .choose: ReadIn.address
        }
    }
}
