import FoundationEssentials
import Mail
import Places
import Words

/// What is needed to write to somebody who is invited.
struct InvitationLetter: Sendable {
    /// The name of the person who invites.
    let inviter: String
    /// The whole address of an invitation's link, by its token.
    let link: @Sendable (String) -> String
    /// The words of the language in which the other reads; where nothing is known of them, of the person who invites.
    let catalogue: Catalogue

    func letter(for invitation: Invitation, token: String) -> Letter {
        let ending: [Phrase] = invitation.lastDay.map { ["Your last day will be \($0.argument)."] } ?? []
        return Letter(
            to: Mailbox(invitation.email.text), "Join \(invitation.organisation.name)?",
            [
                "Hello,",
                "\(inviter) invites you to \(invitation.organisation.name), as: \(invitation.what). \(invitation.standing.explanation)",
            ] + ending + [
                "Open this link to take the invitation up. It works once, until \(CivilDate(invitation.expires).argument):",
                Phrase(verbatim: link(token)),
                "If you did not expect this, you need do nothing.",
            ], in: catalogue)
    }
}
