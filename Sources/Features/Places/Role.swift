package import Words

/// What a person is in an organisation, or in the place itself.
package enum Role: String, Sendable, CaseIterable {
    /// Answers for an organisation.
    case owner
    case editor
    /// Adds records and nothing else.
    case contributor
    case reader
    /// Convenes the place; in no organisation's own affairs by that alone.
    case facilitator
    /// A reader of one programme, and of nothing else.
    case guest

    /// What a person can be in an organisation.
    package static let inOrganisation: [Role] = [.owner, .editor, .contributor, .reader]

    package var name: Phrase {
        switch self {
        case .owner: "Owner"
        case .editor: "Editor"
        case .contributor: "Contributor"
        case .reader: "Reader"
        case .facilitator: "Facilitator"
        case .guest: "Reader of one programme"
        }
    }

    /// Who is meant, for those who choose.
    package var explanation: Phrase {
        switch self {
        case .owner: "Answers for the organisation, and says who may do what."
        case .editor: "Makes, publishes and corrects accounts."
        case .contributor: "Brings in workbooks, and no more."
        case .reader:
            "Sees everything but the rows about people, and changes nothing: a trustee, an auditor, a partner."
        case .guest:
            "Sees one programme’s workbooks, drafts and accounts, and changes nothing: a trustee, an auditor, an evaluator, a partner."
        case .facilitator: "Brings organisations into the place. Sees nothing that they have not published."
        }
    }
}
