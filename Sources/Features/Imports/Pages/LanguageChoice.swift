import HTML
import Words

/// In which language an account is to be made, where there is more than one.
struct LanguageChoice {
    let languages: [Language]
    /// The code of the one that is chosen already.
    let chosen: String?

    @HTMLBuilder var body: HTML {
        if languages.count > 1 {
            fieldset {
                legend { "In which language is the account to be?" }
                div(.classes("choices")) {
                    for each in languages {
                        div(.classes("choice")) {
                            input(
                                .type("radio"), .id("language-\(each.code)"), .name("language"), .value(each.code),
                                .checked(each.code == chosen))
                            label(.for("language-\(each.code)"), .lang(each.code)) { verbatim(each.name) }
                        }
                    }
                }
            }
        }
    }
}
