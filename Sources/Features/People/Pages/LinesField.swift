import HTML
import Words

/// A field for several lines of text that may be left empty.
struct LinesField {
    let name: String
    let question: Phrase
    let hint: Phrase
    let value: String
    let rows: Int
    let longest: Int

    init(_ name: String, _ question: Phrase, hint: Phrase, value: String, rows: Int, longest: Int) {
        self.name = name
        self.question = question
        self.hint = hint
        self.value = value
        self.rows = rows
        self.longest = longest
    }

    var body: HTML {
        div(.classes("field")) {
            label(.for(name)) { question }
            span(.classes("hint"), .id("\(name)-hint")) { hint }
            textarea(
                .id(name), .name(name), .rows(rows), .maxlength(longest), .aria("describedby", "\(name)-hint")
            ) { verbatim(value) }
        }
    }
}
