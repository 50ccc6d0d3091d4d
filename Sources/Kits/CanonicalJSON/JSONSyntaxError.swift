/// Why a text is not JSON that we take, and where reading stopped. Lines and columns count from 1, columns in characters.
package struct JSONSyntaxError: Error, Sendable, Equatable {
    package enum Reason: Sendable, Equatable {
        case empty
        case tooLong(limit: Int)
        case tooDeep(limit: Int)
        case tooManyValues(limit: Int)
        case duplicateKey(near: String?)
        case notUTF8
        case endsTooEarly
        case textAfterTheEnd
        case numberTooLarge
        case nullCharacterInKey
        case notWellFormed(near: String?)
        case outOfMemory
    }

    package let reason: Reason
    package let line: Int
    package let column: Int

    package init(_ reason: Reason, line: Int, column: Int) {
        self.reason = reason
        self.line = line
        self.column = column
    }

    /// One plain sentence, without the place.
    package var message: String {
        switch reason {
        case .empty: "The text is empty."
        case .tooLong(let limit): "The text is longer than \(limit) bytes."
        case .tooDeep(let limit): "Lists and objects are nested more than \(limit) deep."
        case .tooManyValues(let limit): "The text holds more than \(limit) values."
        case .duplicateKey(let near): "An object holds the same key twice\(shown(near))."
        case .notUTF8: "The text is not valid UTF-8."
        case .endsTooEarly: "The text ends before the value is complete."
        case .textAfterTheEnd: "There is more text after the end of the value."
        case .numberTooLarge: "A number is too large."
        case .nullCharacterInKey: "A key holds a null character."
        case .notWellFormed(let near): "This is not well-formed JSON\(shown(near))."
        case .outOfMemory: "There is not enough memory to read the text."
        }
    }

    private func shown(_ near: String?) -> String { near.map { " (near \($0))" } ?? "" }
}
