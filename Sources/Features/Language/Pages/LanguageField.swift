import HTML
import Words

/// Which language somebody writes in.
struct LanguageField {
    let name: String
    let chosen: String

    var body: HTML {
        div(.classes("field")) {
            label(.for(name)) { "In which language?" }
            select(.id(name), .name("language")) {
                option(.value("en"), .selected(chosen != "cy")) { "English" }
                option(.value("cy"), .selected(chosen == "cy")) { "Welsh" }
            }
        }
    }

    /// The language of a form; English where it says none that there is.
    static func chosen(_ text: String?) -> String { text == "cy" ? "cy" : "en" }
}
