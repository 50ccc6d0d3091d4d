import HTML
import Lookup
import Vocabulary
import Words

/// In whose words somebody wants to read.
struct ChoosePage {
    let choices: [LensSource.Choice]
    /// The key of the scheme that is chosen now; empty for the words of those who wrote.
    let current: String
    /// Where the reader came from.
    let then: String

    var title: Phrase { "In whose words do you want to read?" }

    var body: HTML {
        .group([
            h1 { title },
            p(.classes("lead")) {
                "Each organisation has words of its own. Here you can have outcomes called as another list calls them. The figures stay the same, and the own words stand beside."
            },
            choices.isEmpty ? p { "There is no list of words here yet." } : fields,
        ])
    }

    private var fields: HTML {
        form(.method("get"), .action(LensPath.choose.url)) {
            input(.type("hidden"), .name("then"), .value(then))
            fieldset {
                legend { "Read in the words of" }
                choice("", phrase("those who wrote"), position: 0)
                for (number, each) in choices.enumerated() {
                    choice(each.key, HTML.words(each.title), position: number + 1)
                }
            }
            div(.classes("actions")) { button(.classes("button"), .type("submit")) { "Read in these words" } }
            p(.classes("hint")) { "This is remembered on this device for a year, in a cookie." }
        }
    }

    private func choice(_ key: String, _ name: HTML, position: Int) -> HTML {
        div(.classes("choice")) {
            input(
                .type("radio"), .id("words-\(position)"), .name("words"), .value(key),
                .checked(key == current))
            label(.for("words-\(position)")) { name }
        }
    }
}
