import HTML
import Words

/// A part of a form that is about something else: what the words that it names may stand for.
struct MeaningQuestions {
    let lines: [MeaningLine]

    var body: HTML {
        section(.id("meanings")) {
            h2 { "Do these words mean something that others name too?" }
            p {
                "You keep your words, and the account says nothing else. What you choose stands beside them, so that others understand them. It is kept when you press a button below."
            }
            p(.classes("hint")) {
                "Others in this place see it for services, and for outcomes that are published."
            }
            for (number, line) in lines.enumerated() {
                MeaningLineView(line: line, number: number, isAside: true).body
            }
            p { a(.href(MeaningPath.open.url)) { "What all your words mean" } }
        }
    }
}

/// Says which choices couldn't be kept.
struct MeaningsLeft {
    let words: [String]

    var body: HTML {
        div(.classes("banner banner-draft"), .role("alert")) {
            for words in words {
                p { "What you chose for “\(words)” wasn’t kept: somebody changed it meanwhile." }
            }
            p { a(.href(MeaningPath.open.url)) { "What all your words mean" } }
        }
    }
}
