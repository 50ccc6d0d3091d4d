import HTML
import Words

/// A field for several lines of text.
struct TextArea {
    let name: String
    let question: Phrase
    let hint: Phrase
    let value: String
    let rows: Int
    let longest: Int
    let error: Phrase?

    init(
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

    var body: HTML {
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
