import FoundationEssentials
import HTML
import Lookup
import Vocabulary
import Words

/// What members say about a concept, with the forms to join in.
struct ConceptTalkView {
    let number: Int
    let comments: [ConceptTalk.Comment]
    let words: [ConceptTalk.Word]
    let language: String
    let mayTalk: Bool
    let mayKeep: Bool
    /// Whether the concept holds: what holds no more gets no other words.
    let holds: Bool
    let tokenField: HTML

    var body: HTML {
        .group([proposedWords, conversation])
    }

    private var waiting: [ConceptTalk.Word] { words.filter { $0.answer == nil } }

    @HTMLBuilder private var proposedWords: HTML {
        if !waiting.isEmpty || mayTalk && holds {
            section {
                h2 { "Other words for it" }
                for word in waiting { proposal(word) }
                if mayTalk, holds {
                    form(.method("post"), .action(LanguagePath.word(String(number)).url), .novalidate()) {
                        tokenField
                        TextField(
                            "words", "What do you call it?", hint: "A word or a few. A facilitator takes it up.",
                            longest: ChangeConcept.longestLabel
                        ).body
                        languageField("word-language")
                        div(.classes("actions")) {
                            button(.classes("button-secondary"), .type("submit")) { "Propose this word" }
                        }
                    }
                }
            }
        }
    }

    private func proposal(_ word: ConceptTalk.Word) -> HTML {
        .group([
            p {
                HTML.words(word.text)
                if let name = word.name { verbatim(" – \(name)") }
            },
            mayKeep && holds
                ? form(.method("post"), .action(LanguagePath.answerWord(String(number)).url)) {
                    tokenField
                    input(.type("hidden"), .name("word"), .value(String(word.number)))
                    div(.classes("actions")) {
                        button(.classes("button-secondary"), .type("submit"), .name("answer"), .value("taken")) {
                            "Take it up"
                            span(.classes("visually-hidden")) { ": \(word.text.words)" }
                        }
                        button(.classes("button-quiet"), .type("submit"), .name("answer"), .value("declined")) {
                            "Say no"
                            span(.classes("visually-hidden")) { ": \(word.text.words)" }
                        }
                    }
                } : .nothing,
        ])
    }

    private func languageField(_ name: String) -> HTML { LanguageField(name: name, chosen: language).body }

    @HTMLBuilder private var conversation: HTML {
        if !comments.isEmpty || mayTalk {
            section {
                h2 { "What members say" }
                for comment in comments {
                    blockquote {
                        for line in comment.text.split(separator: "\n") { p { verbatim(String(line)) } }
                    }
                    p(.classes("step-since")) {
                        comment.name.map { "\($0)" } ?? "Somebody who is no longer here"
                        verbatim(", ")
                        "\(CivilDate(comment.created).argument)"
                    }
                }
                if mayTalk {
                    form(.method("post"), .action(LanguagePath.comment(String(number)).url), .novalidate()) {
                        tokenField
                        TextArea(
                            "text", "Say something", hint: "Members of this place see it, with your name.", rows: 3,
                            longest: ChangeConcept.longestText
                        ).body
                        div(.classes("actions")) {
                            button(.classes("button-secondary"), .type("submit")) { "Say it" }
                        }
                    }
                }
            }
        }
    }
}
