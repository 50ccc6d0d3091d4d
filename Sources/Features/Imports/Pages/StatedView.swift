import HTML
import Words
import Workbooks

/// Who, for whom, what and when as far as it is known, in fields to change it.
struct StatedView {
    let result: ImportResult
    let options: ImportOptions

    var body: HTML {
        var values = options.stated
        if let about = result.understanding?.about { values.merge(about.texts) { stated, _ in stated } }
        return section {
            h2 { "Who, for whom and when" }
            p { "None of this is required. What is missing is listed in the account under what we don’t know." }
            div(.classes("columns")) { StatedFields(values: values, currency: true).body }
        }
    }
}
