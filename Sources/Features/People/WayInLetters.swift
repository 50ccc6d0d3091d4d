import Mail
import Words

/// What is written to a person after a way in of theirs was changed, so that they notice where it wasn't them who did it.
struct WayInLetters: Sendable {
    let catalogue: Catalogue

    func passwordChanged(of person: Person) -> Letter {
        Letter(
            to: Mailbox(person.email.text), "Your password was changed",
            [
                "Hello \(person.name),",
                "You now sign in to Inside Outcomes with another password than before. Every other device was signed out.",
                "If it was not you who changed it, choose a new one at once by “Forgot your password?”, where you sign in. Then tell the owner of your organisation, or whoever runs the server.",
            ], in: catalogue)
    }

    func secondStepTurnedOff(of person: Person) -> Letter {
        Letter(
            to: Mailbox(person.email.text), "Your second step was turned off",
            [
                "Hello \(person.name),",
                "You now sign in to Inside Outcomes with your password alone: no code is asked for any more.",
                "If it was not you who turned it off, choose a new password at once, and tell the owner of your organisation, or whoever runs the server.",
            ], in: catalogue)
    }
}
