import Documents

/// The text of an answer, as `--take` and the form give it: `Value map!F=deadweight`.
package enum Take {
    package static func text(_ sheet: String, _ column: Int, _ answer: String) -> String {
        "\(place(sheet, column))=\(answer)"
    }

    /// The same for a whole sheet: `Sheet1=participants`.
    package static func text(_ sheet: String, _ kind: TakenSheet.Kind) -> String { "\(sheet)=\(kind.rawValue)" }

    package static func place(_ sheet: String, _ column: Int) -> String { "\(sheet)!\(columnLetters(column))" }

    /// What the answer is about, before the last equals sign.
    package static func place(of text: String) -> String { text.lastIndex(of: "=").map { String(text[..<$0]) } ?? text }

    /// What is answered, after the last equals sign.
    package static func answer(of text: String) -> String {
        text.lastIndex(of: "=").map { String(text[text.index(after: $0)...]) } ?? ""
    }
}
