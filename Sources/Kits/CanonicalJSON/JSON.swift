/// A JSON value. Numbers are IEEE 754 doubles, as RFC 8785 (canonical JSON) requires; an object has no order.
package enum JSON: Sendable, Equatable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSON])
    case object([String: JSON])
}

extension JSON {
    /// The member of an object; nil where there is none or this is not an object.
    package subscript(key: String) -> JSON? { objectValue?[key] }

    /// The element of an array, from 0; nil outside it or where this is not an array.
    package subscript(index: Int) -> JSON? {
        guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
        return elements[index]
    }

    package var isNull: Bool { self == .null }

    package var numberValue: Double? {
        guard case .number(let value) = self else { return nil }
        return value
    }

    /// The number as an integer; nil where it has a fraction or is outside what a double holds exactly (2^53).
    package var integerValue: Int? {
        guard case .number(let value) = self, value.magnitude <= 9_007_199_254_740_992 else { return nil }
        return Int(exactly: value)
    }

    package var stringValue: String? {
        guard case .string(let value) = self else { return nil }
        return value
    }

    package var arrayValue: [JSON]? {
        guard case .array(let value) = self else { return nil }
        return value
    }

    package var objectValue: [String: JSON]? {
        guard case .object(let value) = self else { return nil }
        return value
    }
}
