package import CanonicalJSON
package import Vocabulary

extension Concept {
    /// The concept as it is kept and as it travels to the document worker: lists of short lists, nothing that is empty.
    package var json: JSON {
        var members: [String: JSON] = [
            "id": .string(id), "scheme": .string(scheme),
            "labels": .array(
                labels.map { [.string($0.kind.rawValue), .string($0.text.words), .text($0.text.language)] }),
        ]
        members["code"] = notation.map(JSON.string)
        if isTop { members["top"] = true }
        if !notes.isEmpty {
            members["notes"] = .array(
                notes.map { [.string($0.kind.rawValue), .string($0.text.words), .text($0.text.language)] })
        }
        if !broader.isEmpty { members["broader"] = .array(broader.map(JSON.string)) }
        if !related.isEmpty { members["related"] = .array(related.map(JSON.string)) }
        if !mappings.isEmpty {
            members["mappings"] = .array(mappings.map { [.string($0.kind.rawValue), .string($0.target)] })
        }
        if let expression { members["expression"] = [.string(expression.looksFor), .text(expression.unless)] }
        return .object(members)
    }

    /// Nil where it is no concept that ``json`` wrote.
    package init?(json: JSON) {
        guard let id = json["id"]?.stringValue, let scheme = json["scheme"]?.stringValue,
            let labels = json["labels"]?.arrayValue
        else { return nil }
        self.init(
            id: id, scheme: scheme, notation: json["code"]?.stringValue,
            labels: labels.compactMap { item in
                Text(json: item).flatMap { text in
                    item[0]?.stringValue.flatMap(Label.Kind.init(rawValue:)).map { Label($0, text) }
                }
            },
            notes: (json["notes"]?.arrayValue ?? []).compactMap(Note.init(json:)),
            broader: strings(json["broader"]), related: strings(json["related"]),
            mappings: (json["mappings"]?.arrayValue ?? []).compactMap { item in
                guard let kind = item[0]?.stringValue.flatMap(Mapping.Kind.init(rawValue:)),
                    let target = item[1]?.stringValue
                else { return nil }
                return Mapping(kind, target)
            },
            isTop: json["top"] == true,
            expression: json["expression"]?[0]?.stringValue.map {
                Expression(looksFor: $0, unless: json["expression"]?[1]?.stringValue)
            })
    }
}

extension Scheme {
    package var json: JSON {
        [
            "id": .string(id), "titles": .array(titles.map { [.string($0.words), .text($0.language)] }),
            "notes": .array(
                notes.map { [.string($0.kind.rawValue), .string($0.text.words), .text($0.text.language)] }),
        ]
    }

    package init?(json: JSON) {
        guard let id = json["id"]?.stringValue else { return nil }
        let titles = (json["titles"]?.arrayValue ?? []).compactMap { item in
            item[0]?.stringValue.map { Text($0, in: item[1]?.stringValue) }
        }
        self.init(id: id, titles: titles, notes: (json["notes"]?.arrayValue ?? []).compactMap(Note.init(json:)))
    }
}

extension Note {
    fileprivate init?(json: JSON) {
        guard let kind = json[0]?.stringValue.flatMap(Kind.init(rawValue:)), let text = Text(json: json) else {
            return nil
        }
        self.init(kind, text)
    }
}

extension Text {
    /// The words and the language of `[kind, words, language]`.
    fileprivate init?(json: JSON) {
        guard let words = json[1]?.stringValue else { return nil }
        self.init(words, in: json[2]?.stringValue)
    }
}

private func strings(_ list: JSON?) -> [String] { (list?.arrayValue ?? []).compactMap(\.stringValue) }
