import CanonicalJSON

extension Author {
    /// For keeping beside work that is done later, and for the database's own triggers.
    package var text: String {
        let members: JSON = [
            "kind": .string(kind.rawValue), "actor": .text(id), "organisation": .text(organisation),
            "client": .string(client), "action": .string(action), "request": .string(request),
        ]
        return members.canonicalText
    }

    /// Reads ``text``; nil where it is something else.
    package init?(text: String) {
        guard let members = try? JSON(parsing: text), let kind = members["kind"]?.stringValue.flatMap(Kind.init) else {
            return nil
        }
        self.init(
            kind, id: members["actor"]?.stringValue, organisation: members["organisation"]?.stringValue,
            client: members["client"]?.stringValue ?? "", action: members["action"]?.stringValue ?? "",
            request: members["request"]?.stringValue ?? "")
    }

    /// The same author, doing something else.
    package func doing(_ action: String) -> Author {
        Author(kind, id: id, organisation: organisation, client: client, action: action, request: request)
    }
}
