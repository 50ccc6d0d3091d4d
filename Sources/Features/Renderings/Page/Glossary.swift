import Accounts
import HTML
import Words

/// What the words of statistics and valuation mean, in plain ones. On paper it is open, and stands with the annexes.
struct Glossary {
    static let address = "annex-words"

    var body: HTML {
        details(.classes("glossary"), .id(Self.address)) {
            summary { "What do these words mean?" }
            dl(.classes("facts")) { for (word, meaning) in Self.words { HTML.group([dt { word }, dd { meaning }]) } }
        }
    }

    private static let words: [(word: Phrase, meaning: Phrase)] = [
        (
            "95% interval",
            "The range in which the true figure is likely to lie. Of 20 such ranges, about 19 hold it."
        ),
        (
            "Comparison group",
            "People like those on the programme who did not take part. They show what happens without it."
        ),
        ("Attrition", "How many people were measured at the start but not again."),
        (
            "Present value, or “worth today”",
            "All the years together, as seen from today. A later year counts for a little less than this one."
        ),
        ("Net ratio", Wording.netRatio),
        ("Deadweight", "The part of the change that would have happened anyway."),
        ("Displacement", "The part of the change that only moved a problem somewhere else."),
        ("Attribution", "The part of the change that is due to others, such as a family or another service."),
        ("Drop-off", "How much of the change is lost with each year that goes by."),
    ]
}
