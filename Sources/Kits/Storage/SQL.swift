/// A statement written as a string literal. What is interpolated is bound, never pasted:
///
/// ```swift
/// let statement: SQL = "SELECT title FROM outcome WHERE place = \(place) AND id = \(id)"
/// ```
///
/// A `String` can't become a statement at run time, so nothing that a person typed is ever read as SQL. A statement
/// interpolated in another one becomes part of it together with its values.
package struct SQL: Sendable, Equatable, ExpressibleByStringInterpolation {
    /// A value as the database holds it. Money is kept as whole minor units or as the text of an exact decimal.
    package enum Value: Sendable, Equatable {
        case null
        case integer(Int64)
        case text(String)
        case bytes([UInt8])
    }

    /// How many values one statement may bring, on every database.
    package static let mostValues = 32_766
    /// The largest text or blob, in bytes: room for an uploaded workbook of 25 MB and for an account's documents.
    static let mostBytes = 100 << 20

    package private(set) var values: [Value]
    /// The text around the values: always one piece more than there are values.
    private var pieces: [String]

    package init(stringLiteral text: String) {
        pieces = [text]
        values = []
    }

    package init(stringInterpolation interpolation: StringInterpolation) {
        self = interpolation.statement
    }

    /// Parts one after the other, such as the rows of an insertion or the choices after IN.
    package init(list parts: some Sequence<SQL>, separator: StaticString = ", ") {
        self = ""
        var isFirst = true
        for part in parts {
            if !isFirst { pieces[pieces.count - 1] += "\(separator)" }
            isFirst = false
            pieces[pieces.count - 1] += part.pieces[0]
            values += part.values
            pieces += part.pieces.dropFirst()
        }
    }

    /// A statement out of names that the database itself has told: tables and columns. Nothing that a person typed may come here.
    init(fixed text: String) {
        pieces = [text]
        values = []
    }

    /// The statement as a driver sends it, with a numbered placeholder for each value.
    ///
    /// - Parameter prefix: the driver's own sign for a placeholder, `?` for SQLite and `$` for PostgreSQL.
    package func text(placeholder prefix: String = "?") -> String {
        var text = pieces[0]
        for number in values.indices {
            text += prefix
            text += String(number + 1)
            text += pieces[number + 1]
        }
        return text
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var statement: SQL = ""

        package init(literalCapacity: Int, interpolationCount: Int) {
            statement.values.reserveCapacity(interpolationCount)
            statement.pieces.reserveCapacity(interpolationCount + 1)
        }

        package mutating func appendLiteral(_ text: String) {
            statement.pieces[statement.pieces.count - 1] += text
        }

        package mutating func appendInterpolation(_ value: some Storable) {
            statement.values.append(value.stored)
            statement.pieces.append("")
        }

        /// A value that may be missing, kept as null.
        package mutating func appendInterpolation<Value: Storable>(_ value: Value?) {
            statement.values.append(value.stored)
            statement.pieces.append("")
        }

        package mutating func appendInterpolation<Choice: RawRepresentable>(_ choice: Choice)
        where Choice.RawValue: Storable {
            appendInterpolation(choice.rawValue)
        }

        package mutating func appendInterpolation(_ part: SQL) {
            appendLiteral(part.pieces[0])
            statement.values += part.values
            statement.pieces += part.pieces.dropFirst()
        }

        @available(*, unavailable, message: "keep money as whole minor units and other amounts as exact decimal text")
        package mutating func appendInterpolation(_ value: Double) {}
    }
}
