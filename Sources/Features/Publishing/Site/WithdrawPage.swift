import HTML
import Words

/// Asks for the reason before an account is withdrawn.
struct WithdrawPage {
    let edition: Edition
    let tokenField: HTML
    let isReasonMissing: Bool

    private var title: Phrase { "Withdraw this account?" }

    var pageTitle: Phrase { "Withdraw this account? \(edition.shortTitle)" }

    var body: HTML {
        .group([
            isReasonMissing ? fault : .nothing,
            h1 { title },
            p(.classes("lead"), .lang(edition.language)) { verbatim(edition.shortTitle) },
            p {
                "A page that says so, with your reason, will stand in its place. The account and its files can’t be read any more, and this can’t be undone."
            },
            form(.method("post"), .action(AccountPath.withdraw(edition.account).url), .novalidate()) {
                tokenField
                ReasonField(
                    question: "Why is it withdrawn?", hint: "Everybody who looks for the account reads this.",
                    isMissing: isReasonMissing
                ).body
                div(.classes("actions")) {
                    button(.classes("button"), .type("submit")) { "Withdraw it" }
                    a(.classes("button-secondary"), .href(AccountPath.one(edition.account).url)) { "Keep it" }
                }
            },
        ])
    }

    private var fault: HTML {
        div(.classes("error-summary"), .role("alert"), .tabindex(-1)) {
            h2 { "There is a problem" }
            p { a(.href("#reason")) { "Give a reason." } }
        }
    }
}

/// A field for a reason that will be public.
struct ReasonField {
    let question: Phrase
    let hint: Phrase
    var value = ""
    let isMissing: Bool

    static func ofCorrection(_ reason: String, isMissing: Bool) -> ReasonField {
        ReasonField(
            question: "What was wrong?", hint: "Everybody who reads the account reads this.", value: reason,
            isMissing: isMissing)
    }

    var body: HTML {
        div(.classes(isMissing ? "field field-error" : "field")) {
            label(.for("reason")) { question }
            span(.classes("hint"), .id("reason-hint")) { hint }
            if isMissing { span(.classes("error"), .id("reason-error")) { "Give a reason." } }
            textarea(
                .id("reason"), .name("reason"), .rows(3), .maxlength(500), .required(),
                .aria("describedby", isMissing ? "reason-hint reason-error" : "reason-hint")
            ) { verbatim(value) }
        }
    }
}
