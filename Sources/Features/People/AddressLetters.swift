import Mail
import Words

/// What is written where somebody changes their e-mail address.
struct AddressLetters: Sendable {
    let catalogue: Catalogue

    /// To the new address: the link that makes it the person's.
    ///
    /// - Parameter isFree: false where somebody has the address already. Then nobody is written to, and whoever asked is told the same.
    func confirm(_ change: AddressChange, link: String, isFree: Bool) -> Letter {
        Letter(
            to: isFree ? Mailbox(change.new.text) : nil, "Is this your e-mail address?",
            [
                "Hello,",
                "Somebody who has an account in Inside Outcomes says that this is their new e-mail address. If it was you, open this link within a day:",
                Phrase(verbatim: link),
                "If it was not you, you need do nothing.",
            ], in: catalogue)
    }

    /// To the earlier address, which then is no longer a way in.
    func changed(_ change: AddressChange) -> Letter {
        Letter(
            to: Mailbox(change.earlier.text), "Your e-mail address was changed",
            [
                "Hello,",
                "You now sign in to Inside Outcomes with another e-mail address than this one.",
                "If it was not you who changed it, tell the owner of your organisation, or whoever runs the server, at once.",
            ], in: catalogue)
    }
}
