import HTML
import Words
import Workbooks

/// What a person answered so far, each to be taken back.
struct AnsweredView {
    let takes: [String]

    @HTMLBuilder var body: HTML {
        if !takes.isEmpty {
            fieldset(.id("answered")) {
                legend { "What you answered" }
                span(.classes("hint")) { "Tick an answer to take it back." }
                div(.classes("choices")) {
                    for (number, take) in takes.enumerated() {
                        div(.classes("choice")) {
                            input(.type("checkbox"), .id("forget-\(number)"), .name("forget"), .value(take))
                            label(.for("forget-\(number)")) { "\(Take.place(of: take)): \(AnswerText.short(take))" }
                        }
                    }
                }
            }
        }
    }
}
