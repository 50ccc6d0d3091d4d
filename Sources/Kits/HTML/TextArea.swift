package import Words

/// A field for several lines of text.
package struct TextArea {
    private let name: String
    private let question: Phrase
    private let hint: Phrase
    private let value: String
    private let rows: Int
    /// In characters.
    private let longest: Int
    private let error: Phrase?

    package init(
        _ name: String, _ question: Phrase, hint: Phrase, value: String = "", rows: Int, longest: Int,
        error: Phrase? = nil
    ) {
        self.name = name
        self.question = question
        self.hint = hint
        self.value = value
        self.rows = rows
        self.longest = longest
        self.error = error
    }

    package var body: HTML {
        div(.classes(error == nil ? "field" : "field field-error")) {
            label(.for(name)) { question }
            span(.classes("hint"), .id("\(name)-hint")) { hint }
            if let error { span(.classes("error"), .id("\(name)-error")) { error } }
            textarea(
                .id(name), .name(name), .rows(rows), .maxlength(longest),
                .aria("describedby", error == nil ? "\(name)-hint" : "\(name)-hint \(name)-error")
            ) { verbatim(value) }
        }
    }
}
