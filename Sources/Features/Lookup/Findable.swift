package import Vocabulary

/// What kind of thing somebody may look for. Each feature names its own.
package struct FindableKind: Sendable, Hashable {
    /// Stays the same for ever: it stands in the database.
    package let name: String

    package init(_ name: String) {
        self.name = name
    }

    package static let concept = FindableKind("concept")
    package static let account = FindableKind("account")
    package static let outcome = FindableKind("outcome")
    package static let organisation = FindableKind("organisation")
}

/// Who may find something. Each search names for whom it is, and rows for others are not read.
package enum Audience: Sendable, Hashable {
    case everybody
    /// Those who may see which organisations are in the place.
    case members
    /// Those who see an organisation's own work.
    case organisation(String)

    var text: String {
        switch self {
        case .everybody: ""
        case .members: "members"
        case .organisation(let id): "organisation \(id)"
        }
    }
}

/// Something that can be found, and the words by which it is.
package struct Findable: Sendable, Equatable {
    /// How many labels of one item are kept.
    package static let mostLabels = 400

    package let kind: FindableKind
    /// Which one of its kind, as its feature knows it.
    package let item: String
    package let audience: Audience
    package let labels: [Label]

    package init(_ kind: FindableKind, _ item: String, for audience: Audience = .everybody, labels: [Label]) {
        self.kind = kind
        self.item = item
        self.audience = audience
        self.labels = Array(labels.filter { !$0.text.words.isEmpty }.prefix(Self.mostLabels))
    }
}

/// An item that was found, and the label by which.
package struct FoundItem: Sendable, Equatable {
    package let item: String
    package let label: Label
    package let match: Match
    /// How many of the words that were looked for are missing in it.
    package let missing: Int
    /// What was looked for instead of what was typed; nil where they are the same.
    package let mended: String?
}
