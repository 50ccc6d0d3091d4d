package import CanonicalJSON

extension Schema {
    /// As JSON Schema, with references to what ``collect(into:)`` finds.
    package var json: JSON {
        switch self {
        case .text(let lengths):
            ["type": "string", "minLength": .integer(lengths.lowerBound), "maxLength": .integer(lengths.upperBound)]
        case .line(let lengths):
            [
                "type": "string", "minLength": .integer(lengths.lowerBound), "maxLength": .integer(lengths.upperBound),
                "pattern": #"^[^\u0000-\u001F\u007F]*$"#,
            ]
        case .choice(let choices): ["type": "string", "enum": .array(choices.map(JSON.string))]
        case .moment: ["type": "string", "format": "date-time"]
        case .day: ["type": "string", "format": "date"]
        case .integer(let range):
            ["type": "integer", "minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound)]
        case .flag: ["type": "boolean"]
        case .list(let schema, let most): ["type": "array", "items": schema.json, "maxItems": .integer(most)]
        case .record(let members):
            [
                "type": "object", "additionalProperties": false,
                "required": .array(members.filter(\.isRequired).map { .string($0.name) }),
                "properties": .object(Dictionary(uniqueKeysWithValues: members.map { ($0.name, $0.json) })),
            ]
        case .orNull(let schema): ["anyOf": [schema.json, ["type": "null"]]]
        case .named(let name, _): ["$ref": .string("#/components/schemas/\(name)")]
        case .elsewhere(let name, _, let part): ["$ref": .string("#/components/schemas/\(name)\(part)")]
        }
    }

    /// Adds what is described under a name, here and further in.
    package func collect(into named: inout [String: JSON]) {
        switch self {
        case .list(let schema, _), .orNull(let schema): schema.collect(into: &named)
        case .record(let members): for member in members { member.schema.collect(into: &named) }
        case .named(let name, let schema):
            guard named[name] == nil else { return }
            named[name] = schema.json
            schema.collect(into: &named)
        case .elsewhere(let name, let schema, _): named[name] = moved(schema, to: name)
        default: break
        }
    }

    /// A schema that was a document of its own, with its inner references as they are at its new place.
    private func moved(_ json: JSON, to name: String) -> JSON {
        switch json {
        case .object(let members):
            .object(
                Dictionary(
                    uniqueKeysWithValues: members.filter { $0.key != "$id" && $0.key != "$schema" }.map { key, value in
                        guard key == "$ref", let reference = value.stringValue, reference.hasPrefix("#/") else {
                            return (key, moved(value, to: name))
                        }
                        return (key, .string("#/components/schemas/\(name)\(reference.dropFirst())"))
                    }))
        case .array(let elements): .array(elements.map { moved($0, to: name) })
        default: json
        }
    }
}

extension Schema.Member {
    fileprivate var json: JSON {
        guard !explanation.isEmpty, case .object(var members) = schema.json else { return schema.json }
        members["description"] = .string(explanation)
        return .object(members)
    }
}
