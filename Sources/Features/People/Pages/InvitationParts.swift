import HTML
import Places
import Web
import Words

/// What has become of an invitation: it was sent, or its link is for the one who invites to pass on.
struct InvitationLink {
    let email: EmailAddress
    /// Nil where it was sent.
    let address: String?

    var body: HTML {
        div(.classes("banner"), .role("status")) {
            if let address {
                h2 { "Pass this link on to \(email.text)" }
                p { "It is shown this once, works for two weeks, and lets in whoever has it." }
                p { code { verbatim(address) } }
            } else {
                h2 { "An e-mail is on its way to \(email.text)" }
                p { "The link in it works for two weeks. If it doesn’t arrive, check the address, and invite again." }
            }
        }
    }
}

/// Asks what somebody is to be.
struct RoleField {
    let id: String
    let chosen: Role
    /// What ends a membership, where it can be ended here.
    var end: Phrase?
    var question: Phrase = "What may they do?"

    var body: HTML {
        div(.classes("field")) {
            label(.for(id)) { question }
            select(.id(id), .name("role"), .classes("medium")) {
                for role in Role.inOrganisation {
                    option(.value(role.rawValue), .selected(role == chosen)) { role.name }
                }
                if let end { option(.value("none")) { end } }
            }
        }
    }
}

/// Asks whether somebody sees all of the organisation, or one programme.
struct SightField {
    let id: String
    let programmes: [Programme]
    let chosen: String?
    var error: Phrase?

    @HTMLBuilder var body: HTML {
        if !programmes.isEmpty {
            div(.classes(error == nil ? "field" : "field field-error")) {
                label(.for(id)) { "What do they see?" }
                span(.classes("hint"), .id("\(id)-hint")) { "Whoever sees one programme only reads." }
                if let error { span(.classes("error"), .id("\(id)-error")) { error } }
                select(
                    .id(id), .name("programme"),
                    .aria("describedby", error == nil ? "\(id)-hint" : "\(id)-hint \(id)-error")
                ) {
                    option(.value(""), .selected(chosen == nil)) { "All of the work" }
                    for programme in programmes {
                        option(.value(programme.id), .selected(programme.id == chosen)) {
                            "Only the programme “\(programme.name)”"
                        }
                    }
                }
            }
        }
    }
}

/// Asks when it ends.
struct UntilField {
    let id: String
    let lastDay: CivilDate?
    var error: Phrase?

    var body: HTML {
        div(.classes(error == nil ? "field" : "field field-error")) {
            label(.for(id)) { "Until when? (if it ends)" }
            span(.classes("hint"), .id("\(id)-hint")) { "The last day. Leave it empty where there is no end." }
            if let error { span(.classes("error"), .id("\(id)-error")) { error } }
            input(
                .type("date"), .id(id), .name("until"), .classes("medium"),
                .when(lastDay != nil, .value(lastDay?.description ?? "")),
                .aria("describedby", error == nil ? "\(id)-hint" : "\(id)-hint \(id)-error"))
        }
    }
}

extension HTML {
    /// A form that is sent by POST.
    static func form(_ address: String, _ tokenField: HTML, @HTMLBuilder content: () -> HTML) -> HTML {
        let content = content()
        return HTMLForm.element(.method("post"), .action(address), .novalidate()) {
            tokenField
            content
        }
    }
}

private enum HTMLForm { static let element = form }
