package import CanonicalJSON

extension ImportOptions {
    /// The options as they are kept.
    package var json: JSON {
        var members: [String: JSON] = [:]
        for (name, path) in Self.texts {
            if let value = self[keyPath: path] { members[name] = .string(value) }
        }
        if !takes.isEmpty { members["takes"] = .array(takes.map(JSON.string)) }
        return .object(members)
    }

    package init(json: JSON) {
        self.init(takes: (json["takes"]?.arrayValue ?? []).compactMap(\.stringValue))
        for (name, path) in Self.texts { self[keyPath: path] = json[name]?.stringValue }
    }

    /// The options that are one text each, by the name that the command line and the form give them.
    package static var texts: [(name: String, path: any WritableKeyPath<ImportOptions, String?> & Sendable)] {
        [
            ("provider", \.provider), ("commissioner", \.commissioner), ("service", \.service), ("period", \.period),
            ("currency", \.currency), ("language", \.language), ("discount-rate", \.discountRate),
            ("convention", \.convention),
        ]
    }
}
