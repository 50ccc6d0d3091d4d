/// One row of an answer, read by position next to the `SELECT` that orders its columns.
///
/// ```swift
/// Outcome(id: try row.column(0), title: try row.column(1), note: try row.column(2))   // note is a String?
/// ```
package struct Row: Sendable, Equatable {
    package let values: [SQL.Value]

    package init(values: [SQL.Value]) {
        self.values = values
    }

    /// The value of a column, counted from 0, as the type that is wanted; an optional one where it may be null.
    ///
    /// - Throws: ``StorageError/column(_:wanted:found:)``; a value is never converted silently.
    package func column<Value: Storable>(
        _ index: Int, as type: Value.Type = Value.self
    ) throws(StorageError) -> Value {
        guard values.indices.contains(index) else {
            throw .column(index, wanted: "\(type)", found: "no such column")
        }
        guard let value = Value(stored: values[index]) else {
            throw .column(index, wanted: "\(type)", found: values[index].kind)
        }
        return value
    }

    /// The value of a column as one of an enumeration's choices.
    package func column<Choice: RawRepresentable>(
        _ index: Int, as type: Choice.Type = Choice.self
    ) throws(StorageError) -> Choice where Choice.RawValue: Storable {
        let raw: Choice.RawValue = try column(index)
        guard let choice = Choice(rawValue: raw) else {
            throw .column(index, wanted: "\(type)", found: "\(raw)")
        }
        return choice
    }
}

extension SQL.Value {
    /// The kind of a value in words, for error messages: never the value itself, which may be about a person.
    fileprivate var kind: String {
        switch self {
        case .null: "null"
        case .integer: "a whole number"
        case .text: "text"
        case .bytes: "bytes"
        }
    }
}
