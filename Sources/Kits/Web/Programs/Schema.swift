package import CanonicalJSON

/// What a JSON value may be: as much of JSON Schema as our answers and what we take need.
package indirect enum Schema: Sendable {
    /// Lengths in Unicode scalars, as JSON Schema counts.
    case text(ClosedRange<Int>)
    /// A text without control characters, as parts of an address are.
    case line(ClosedRange<Int>)
    case choice([String])
    /// RFC 3339.
    case moment
    case day
    case integer(ClosedRange<Int>)
    case flag
    case list(of: Schema, most: Int)
    case record([Member])
    case orNull(Schema)
    /// Described once, under a name.
    case named(String, Schema)
    /// A schema from elsewhere, under a name; or the part of it that a pointer leads to.
    case elsewhere(String, JSON, part: String = "")

    package struct Member: Sendable {
        package let name: String
        package let schema: Schema
        package let explanation: String
        package let isRequired: Bool

        package init(_ name: String, _ schema: Schema, _ explanation: String = "", isRequired: Bool = true) {
            self.name = name
            self.schema = schema
            self.explanation = explanation
            self.isRequired = isRequired
        }
    }

    /// Any text of a sensible length.
    package static let text = Schema.text(0...10_000)
    /// One of our identifiers.
    package static let identifier = Schema.line(1...60)

    /// Where a value that came in is not what it should be, as the names that lead there; empty for the value itself.
    ///
    /// - Returns: nil where all is well.
    func fault(in json: JSON) -> String? {
        switch self {
        case .text(let lengths):
            return json.stringValue.map { lengths.contains($0.unicodeScalars.count) } == true ? nil : ""
        case .line(let lengths):
            let isLine = json.stringValue.map { text in
                lengths.contains(text.unicodeScalars.count) && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
            }
            return isLine == true ? nil : ""
        case .choice(let choices): return json.stringValue.map(choices.contains) == true ? nil : ""
        case .integer(let range): return json.integerValue.map(range.contains) == true ? nil : ""
        case .flag: return if case .bool = json { nil } else { "" }
        case .list(let schema, let most):
            guard let elements = json.arrayValue, elements.count <= most else { return "" }
            return elements.lazy.enumerated()
                .compactMap { number, element in schema.fault(in: element).map { joined("\(number)", $0) } }.first
        case .record(let members):
            guard let object = json.objectValue else { return "" }
            if let unknown = object.keys.first(where: { key in !members.contains { $0.name == key } }) {
                return unknown
            }
            return members.lazy.compactMap { member in
                guard let value = object[member.name] else { return member.isRequired ? member.name : nil }
                return member.schema.fault(in: value).map { joined(member.name, $0) }
            }.first
        case .orNull(let schema): return json.isNull ? nil : schema.fault(in: json)
        case .named(_, let schema): return schema.fault(in: json)
        // Nothing that comes in is described so.
        case .moment, .day, .elsewhere: return ""
        }
    }

    /// Whether a part of an address stands for such a value.
    func admits(text: String) -> Bool {
        guard case .integer = self else { return fault(in: .string(text)) == nil }
        return Int(text).map { String($0) == text && fault(in: .integer($0)) == nil } ?? false
    }

    private func joined(_ name: String, _ rest: String) -> String { rest.isEmpty ? name : "\(name)/\(rest)" }
}
