import HTML
import Web
import Words

/// Asks whoever opened the link in the letter whether they ask to join. A button, since programs that look at mail open links too.
struct ConfirmAskingPage {
    let request: JoinRequest
    let key: String
    let tokenField: HTML

    var title: Phrase { "Do you ask to join?" }

    var body: HTML {
        .group([
            h1 { title },
            p(.classes("lead")) {
                "Somebody gave your e-mail address, \(request.email.text), to ask that an organisation may join."
            },
            JoinRequestFacts(request: request).body,
            HTML.form(PeoplePath.confirmAsking.url, tokenField) {
                input(.type("hidden"), .name("key"), .value(key))
                div(.classes("actions")) {
                    button(.classes("button"), .type("submit")) { "Yes, pass it on to the facilitators" }
                }
            },
            p { "If it was not you, close this page: nobody sees the request, and it is removed." },
        ])
    }
}
