import HTML
import Places
import Words

/// Asks of which programme a workbook is.
struct ProgrammeField {
    let programmes: [Programme]
    let chosen: String

    @HTMLBuilder var body: HTML {
        if !programmes.isEmpty {
            div(.classes("field")) {
                label(.for("programme")) { "Programme" }
                span(.classes("hint"), .id("programme-hint")) {
                    "Whoever was let in to one programme alone sees this workbook and its account only if it is of that one."
                }
                select(.id("programme"), .name("programme"), .classes("medium"), .aria("describedby", "programme-hint"))
                {
                    option(.value(""), .selected(chosen.isEmpty)) { "None" }
                    for programme in programmes {
                        option(.value(programme.name), .selected(programme.name == chosen)) { verbatim(programme.name) }
                    }
                }
            }
        }
    }
}
