import Mail
import Words

/// What is written about a request to join.
struct JoinRequestLetters: Sendable {
    let catalogue: Catalogue

    /// To the address that somebody gave. It may be another's: so nothing stands in it that they typed.
    func confirm(_ email: EmailAddress, link: String) -> Letter {
        Letter(
            to: Mailbox(email.text), "Confirm that you ask to join",
            [
                "Hello,",
                "Somebody gave this e-mail address to ask that an organisation may join Inside Outcomes. If it was you, open this link within a day:",
                Phrase(verbatim: link),
                "If it was not you, you need do nothing: nobody sees what was asked.",
            ], in: catalogue)
    }

    /// To a facilitator.
    func waiting(_ request: JoinRequest, to facilitator: Person, link: String) -> Letter {
        Letter(
            to: Mailbox(facilitator.email.text), "\(request.organisation) asks to join",
            [
                "Hello \(facilitator.name),",
                "\(request.organisation) asks to join your place in Inside Outcomes, and waits for your answer. Sign in and open this link:",
                Phrase(verbatim: link),
                "Any facilitator can answer. Until then nobody else sees the request.",
            ], in: catalogue)
    }

    /// To whoever asked.
    func declined(_ request: JoinRequest, saying sentence: String) -> Letter {
        let said: [Phrase] = sentence.isEmpty ? [] : ["They say: “\(sentence)”"]
        return Letter(
            to: Mailbox(request.email.text), "Your request to join",
            [
                "Hello \(request.name),",
                "You asked that \(request.organisation) may join Inside Outcomes. The facilitators of the place have looked at it, and said no for now.",
            ] + said + ["What is published there can be read by everybody, without an account."], in: catalogue)
    }
}
