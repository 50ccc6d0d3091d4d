import Configuration
import Mail
import Transfers
import Words

/// Looks whether the mail server lets us in. No mail is sent.
struct MailCheck: Sendable {
    let settings: Settings

    init(_ settings: Settings) {
        self.settings = settings
    }

    func findings() async -> [Finding] {
        guard let server = settings.mail else {
            return [
                .notice(
                    "mail",
                    "none is sent: invitations show their link, and nobody can set a new password by themselves",
                    mend: "Set OUTCOMES_MAIL; see docs/guides/administrator.md.")
            ]
        }
        return [await connection(server)] + links
    }

    private func connection(_ server: MailServer) async -> Finding {
        do throws(TransferError) {
            try await MailTransfer(server, certificates: settings.certificates).check()
            return .good("mail", "\(server.description) lets us in; mail comes from \(settings.sender.text)")
        } catch {
            return .bad(
                "mail", "\(server.description) can’t be used: \(error.reason)",
                mend: "Look at OUTCOMES_MAIL, and whether the mail server can be reached from here.")
        }
    }

    /// A link in a letter never comes from what a browser says; it needs the address that was set.
    private var links: [Finding] {
        guard !settings.isGiven(.address) else { return [] }
        return [
            .notice(
                "links in mail", "lead to \(settings.address.description), which is nowhere for other machines",
                mend: "Set OUTCOMES_ADDRESS to what people type to get here.")
        ]
    }
}
