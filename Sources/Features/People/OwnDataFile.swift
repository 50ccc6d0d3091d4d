import CanonicalJSON
import FoundationEssentials
import Places

/// What is held about a person, as a file for other programs.
struct OwnDataFile {
    let data: OwnData
    let made: Date

    var json: JSON {
        [
            "format": "inside-outcomes/own-data/1", "made": moment(made), "person": person,
            "memberships": .array(data.memberships.map(membership)), "sessions": .array(data.sessions.map(session)),
            "invitations": .array(data.invitations.map(invitation)), "requests": .array(data.requests.map(request)),
            "tokens": .array(data.tokens.map(token)),
            "said": .array(
                data.said.map { ["text": .string($0.text), "about": .string($0.about), "at": moment($0.moment)] }),
            "acts": .array(data.acts.map(act)),
        ]
    }

    private var person: JSON {
        [
            "id": .string(data.person.id), "name": .string(data.person.name),
            "email": .string(data.person.email.text), "facilitator": .bool(data.person.isFacilitator),
            "since": moment(data.person.created), "password": .bool(data.hasPassword),
            "secondStepSince": moment(data.secondStep), "recoveryCodesLeft": .integer(data.recoveryCodes),
            "identities": .array(
                data.identities.map {
                    ["issuer": .string($0.issuer), "subject": .string($0.subject), "since": moment($0.created)]
                }),
        ]
    }

    private func membership(_ item: Membership) -> JSON {
        [
            "organisation": .string(item.organisation.name), "role": .string(item.role.rawValue),
            "programme": .text(item.programme?.name), "since": moment(item.since), "until": moment(item.until),
        ]
    }

    private func session(_ item: SessionStore.Session) -> JSON {
        [
            "since": moment(item.created), "lastUsed": moment(item.seen), "from": .string(item.client),
            "browser": .string(item.browser),
        ]
    }

    private func invitation(_ item: OwnData.Invited) -> JSON {
        [
            "organisation": .string(item.organisation), "role": .string(item.role.rawValue),
            "since": moment(item.created), "until": moment(item.expires),
        ]
    }

    private func request(_ item: JoinRequest) -> JSON {
        [
            "organisation": .string(item.organisation), "name": .string(item.name), "message": .string(item.message),
            "confirmed": .bool(item.isConfirmed), "since": moment(item.created), "answer": .text(item.answer?.rawValue),
            "answered": moment(item.answered),
        ]
    }

    private func token(_ item: OwnData.Made) -> JSON {
        [
            "name": .string(item.name), "organisation": .string(item.organisation),
            "role": .string(item.role.rawValue), "since": moment(item.created), "until": moment(item.until),
        ]
    }

    private func act(_ item: OwnData.Act) -> JSON {
        [
            "time": moment(item.moment), "action": .string(item.action), "organisation": .text(item.organisation),
            "from": .string(item.client),
        ]
    }

    private func moment(_ date: Date?) -> JSON { .text(date?.formatted(.iso8601)) }
}
