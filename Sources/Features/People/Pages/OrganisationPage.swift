import HTML
import Places
import Web
import Words

/// Who belongs to an organisation, who may see what, and why.
struct OrganisationPage {
    let organisation: SignedIn.Organisation
    let members: [Membership]
    let invitations: [Invitation]
    /// Whether the reader may change anything here.
    let mayRun: Bool
    /// What its owners ask of everybody; nil where the reader is none.
    let secondStep: SecondStepRule?
    /// Those who have a second step at sign-in and may be let in again by the reader where they lose it.
    let withSecondStep: Set<String>
    /// The address of the audit trail, for those who may see it.
    let trail: String?
    let programmes: [Programme]
    /// The address of the page that says what is kept for how long.
    let kept: String
    var form = InviteForm()
    /// The link of an invitation that was just made; it is shown once.
    var link: InvitationLink?
    let tokenField: HTML

    var title: Phrase { "Who may see what at \(organisation.name)?" }

    var body: HTML {
        .group([
            form.faults.summary,
            link?.body ?? .nothing,
            h1 { title },
            p(.classes("lead")) { "Everybody who belongs to the organisation, what each may do, and what that means." },
            people,
            matrix,
            strangers,
            trail.map { address in p { a(.href(address)) { "Who changed what, and when?" } } } ?? .nothing,
            p { a(.href(kept)) { "What is kept, and for how long?" } },
            mayRun ? invite : .nothing,
            mayRun ? programmesPart : .nothing,
            secondStep?.body ?? .nothing,
            mayRun ? programs : .nothing,
            mayRun ? closing : .nothing,
        ])
    }

    private var people: HTML {
        section {
            h2 { "People" }
            ul(.classes("next-steps")) {
                for member in members {
                    li {
                        p(.classes("step-title")) { verbatim(member.person.name) }
                        p(.classes("step-since")) {
                            MembershipWords(member).body
                            verbatim(", \(member.person.email.text)")
                        }
                        if mayRun { change(member) }
                        if withSecondStep.contains(member.person.id) {
                            p {
                                a(.href(PeoplePath.memberSecondStep(member.person.id).url)) {
                                    "Has \(member.person.name) lost their second step?"
                                }
                            }
                        }
                    }
                }
                for invitation in invitations {
                    li {
                        p(.classes("step-title")) { verbatim(invitation.email.text) }
                        p(.classes("step-since")) {
                            span(.classes("tag tag-waiting")) { "Invited" }
                            verbatim(" ")
                            if let lastDay = invitation.lastDay {
                                "\(invitation.what), until \(lastDay.argument). The link works until \(CivilDate(invitation.expires).argument)."
                            } else {
                                "\(invitation.what). The link works until \(CivilDate(invitation.expires).argument)."
                            }
                        }
                        if mayRun { takeBack(invitation) }
                    }
                }
            }
        }
    }

    private func takeBack(_ invitation: Invitation) -> HTML {
        HTML.form(PeoplePath.uninvite(invitation.id).url, tokenField) {
            button(.type("submit")) { "Take the invitation back" }
        }
    }

    private func change(_ member: Membership) -> HTML {
        let id = member.person.id
        return details {
            summary {
                "Change"
                span(.classes("visually-hidden")) { verbatim(" " + member.person.name) }
            }
            HTML.form(PeoplePath.member(id).url, tokenField) {
                RoleField(id: "role-\(id)", chosen: member.role, end: "No longer in the organisation").body
                SightField(
                    id: "programme-\(id)", programmes: programmes, chosen: member.programme?.id,
                    error: form.faults["programme-\(id)"]
                ).body
                UntilField(id: "until-\(id)", lastDay: member.lastDay).body
                div(.classes("actions")) { button(.type("submit")) { "Save" } }
            }
        }
    }

    private static let shown = Role.inOrganisation + [.guest]

    private var matrix: HTML {
        section {
            h2 { "What each may do" }
            DataTable(
                "Owner, editor, contributor and readers",
                columns: [.text("What")] + Self.shown.map { .text($0.name) },
                rows: RoleMatrix.lines.filter { !$0.roles.isDisjoint(with: Self.shown) }.map { line in
                    [HTML.phrase(line.words)]
                        + Self.shown.map { line.roles.contains($0) ? HTML.phrase("yes") : HTML.phrase("no") }
                }
            ).html
        }
    }

    private var strangers: HTML {
        section {
            h2 { "What everybody else sees" }
            p {
                "Published accounts, and nothing else. Facilitators of the place and people of other organisations see no more than that. Whoever runs the server can read what is stored on it."
            }
        }
    }

    private var programs: HTML {
        section {
            h2 { "Programs" }
            p {
                "A program can do work for the organisation with a token that you give it, such as send in a workbook each month."
            }
            p { a(.href(PeoplePath.tokens.url)) { "Tokens for programs" } }
        }
    }

    private var programmesPart: HTML {
        section {
            h2 { "Programmes" }
            p {
                "A programme is a part of your work that stands on its own. A trustee, an auditor, an evaluator or a partner can be let in to one alone. Say on a workbook’s page of which programme it is."
            }
            if !programmes.isEmpty { ul { for programme in programmes { li { verbatim(programme.name) } } } }
            HTML.form(PeoplePath.programmes.url, tokenField) {
                TextField(
                    "programme-name", "Name of the programme", value: "", error: form.faults["programme-name"],
                    longest: Programme.longestName
                ).body
                div(.classes("actions")) { button(.type("submit")) { "Add the programme" } }
            }
        }
    }

    private var closing: HTML {
        section {
            h2 { "Close the organisation" }
            p { "You see first what becomes of what it has." }
            p { a(.href(PeoplePath.close.url)) { "Close the organisation" } }
        }
    }

    private var invite: HTML {
        section {
            h2 { "Invite somebody" }
            HTML.form(PeoplePath.invite.url, tokenField) {
                TextField(
                    "email", "E-mail address", kind: .email, value: form.email, error: form.faults["email"],
                    longest: EmailAddress.longest
                ).body
                RoleField(id: "role", chosen: form.role).body
                SightField(
                    id: "programme", programmes: programmes, chosen: form.programme, error: form.faults["programme"]
                ).body
                UntilField(id: "until", lastDay: nil, error: form.faults["until"]).body
                div(.classes("actions")) { button(.classes("button"), .type("submit")) { "Invite" } }
            }
        }
    }
}

/// What was typed into the form for an invitation.
struct InviteForm {
    var email = ""
    var role = Role.reader
    var programme: String?
    var faults = FormFaults()
}
