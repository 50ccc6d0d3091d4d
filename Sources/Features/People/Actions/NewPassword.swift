import Crypto
import Words

/// A password that somebody chose, judged and ready to be kept.
struct NewPassword: Sendable {
    let hash: String

    enum Refusal: Error, Equatable {
        case fault(Password.Fault)
        case busy

        var sentence: Phrase {
            switch self {
            case .fault(.tooShort): "Choose a password of at least \(Password.fewestCharacters) characters."
            case .fault(.tooLong): "Choose a shorter password."
            case .fault(.common): "Choose another password: this is one of the first that anyone would guess."
            case .busy: "We could not set the password just now. Wait a minute, then try again."
            }
        }
    }

    /// One that was hashed already.
    init(hash: String) { self.hash = hash }

    /// - Parameter known: names that somebody who guesses would try.
    init(_ password: String, known: [String], at desk: PasswordDesk) async throws(Refusal) {
        if let fault = Password.fault(in: password, known: known) { throw .fault(fault) }
        guard let hash = await desk.hash(password) else { throw .busy }
        self.hash = hash
    }
}
