package import Words

/// What the trail's actions, tables and columns are called on the page. The store writes them down by their names in the program, which
/// stay the same in every language.
package enum TrailWords {
    /// By the address that was asked for, or the kind of work.
    package static let actions: [String: Phrase] = [
        "POST /owner": "Used the link that the server prints",
        "POST /sign-in": "Signed in",
        "POST /sign-out": "Signed out",
        "POST /sign-in/code": "Signed in with a second step",
        "POST /forgotten": "Asked for a new password by mail",
        "POST /reset": "Chose a new password",
        "POST /me/second-step": "Began to set up a second step",
        "POST /me/second-step/confirm": "Set up a second step",
        "POST /me/second-step/codes": "Made new recovery codes",
        "POST /me/second-step/off": "Turned off their own second step",
        "POST /join": "Accepted an invitation",
        "POST /ask-to-join": "Asked to join the place",
        "POST /ask-to-join/confirm": "Confirmed a request to join",
        "POST /me/act-for": "Chose which organisation to act for",
        "POST /me/password": "Changed their own password",
        "POST /me/sessions/:id/end": "Ended one of their own sessions",
        "POST /me/name": "Corrected their own name",
        "POST /me/email": "Asked for another e-mail address of their own",
        "POST /me/email/confirm": "Confirmed a new e-mail address",
        "POST /me/erase": "Erased their own account",
        "POST /organisation/close": "Closed the organisation",
        "POST /organisation/invitations": "Invited somebody",
        "POST /organisation/invitations/:id/take-back": "Took an invitation back",
        "POST /organisation/members/:id": "Changed what somebody may do",
        "POST /organisation/members/:id/second-step": "Let somebody in again who had lost their second step",
        "POST /organisation/second-step": "Said whether everybody needs a second step",
        "POST /place/second-step": "Let somebody in again who had lost their second step",
        "POST /organisation/tokens": "Made a token for another program",
        "POST /organisation/tokens/:id/end": "Ended a token",
        "POST /organisation/programmes": "Added a programme",
        "POST /place/organisations": "Brought an organisation into the place",
        "POST /place/facilitators": "Made somebody a facilitator",
        "POST /place/facilitators/step-down": "Stepped down as a facilitator",
        "POST /place/requests/:id/accept": "Let in an organisation that asked to join",
        "POST /place/requests/:id/decline": "Said no to an organisation that asked to join",
        "POST /imports/new": "Uploaded a workbook",
        "POST /imports/:id": "Said what a workbook means",
        "POST /imports/:id/stop": "Stopped the reading of a workbook",
        "POST /imports/:id/take-back": "Took a workbook back",
        "POST /imports/:id/account": "Ordered a draft of an account",
        "POST /accounts/:id/publish": "Published an account",
        "POST /accounts/:id/correct": "Began a correction of an account",
        "POST /accounts/:id/withdraw": "Withdrew an account",
        "POST /language/concepts/:number/comments": "Said something about a concept",
        "POST /language/concepts/:number/words": "Proposed a word for a concept",
        "POST /language/concepts/:number/words/answer": "Answered a proposed word",
        "POST /language/propose": "Proposed a concept",
        "POST /language/concepts/:number/edit": "Wrote a concept’s words by hand",
        "POST /language/concepts/:number/adopt": "Adopted a concept",
        "POST /language/concepts/:number/retire": "Retired a concept",
        "POST /language/concepts/:number/replace": "Had others used in place of a concept",
        "POST /language/concepts/:number/merge": "Merged two concepts",
        "POST /language/concepts/:number/split": "Split a concept",
        "POST /language/schemes/:number/map": "Said what concepts mean in other lists",
        "POST /language/schemes/:number/retire": "Took a list of words out of use",
        "POST /language/schemes/:number/restore": "Brought a list of words back into use",
        "POST /language/acts/:id/undo": "Undid what was done with concepts",
        "POST /words": "Said what words of the organisation mean",
        "POST /language/load": "Ordered a list of words to be loaded",
        "POST /language/load/ours": "Ordered our own words to be loaded",
        "POST /language/loads/:id/stop": "Stopped the loading of a list of words",
        "POST /jobs/:id/cancel": "Stopped work that was under way",
        "POST /jobs/:id/put-away": "Put failed work away",
        "POST /api/v1/imports": "Sent a workbook, by a program",
        "POST /api/v1/imports/:id/answers": "Said what a workbook means, by a program",
        "POST /api/v1/imports/:id/account": "Ordered a draft of an account, by a program",
        "DELETE /api/v1/imports/:id": "Took a workbook back, by a program",
        "job thesaurus": "Loaded a list of words",
        "job reading": "Uploaded a workbook, which was then read",
        "job account": "Made a draft of an account",
        "job retention": "What had been kept for long enough was removed",
        "job terms": "What the search finds was made anew",
        "job example": "The made-up example was filled",
    ]

    static let tables: [String: Phrase] = [
        "organisation": "organisation",
        "person": "person",
        "membership": "who belongs, and as what",
        "session": "sign-in",
        "invitation": "invitation",
        "reset": "link for a new password",
        "second_factor": "second step at sign-in",
        "recovery_code": "recovery code",
        "identity": "sign-in by another provider",
        "join_request": "request to join",
        "programme": "programme",
        "language_act": "what was done with concepts",
        "language_scheme": "list of words",
        "language_list_change": "whether a list of words is in use",
        "language_use": "use of a concept",
        "concept_comment": "comment on a concept",
        "proposed_word": "proposed word",
        "api_token": "token for a program",
        "import": "workbook",
        "remembered_meaning": "what a column means",
        "account": "account",
        "edition": "edition of an account",
        "rendering": "document of an edition",
        "correction": "correction",
    ]

    package static func action(_ name: String) -> Phrase { actions[name] ?? "Other: \(name)" }

    static func table(_ name: String) -> Phrase { tables[name] ?? "\(name)" }

    static func operation(_ operation: TrailEntry.Operation, _ table: String) -> Phrase {
        switch operation {
        case .added: "Added: \(Self.table(table))"
        case .changed: "Changed: \(Self.table(table))"
        case .removed: "Removed: \(Self.table(table))"
        case .sealed: "Taken over: \(Self.table(table))"
        }
    }
}
