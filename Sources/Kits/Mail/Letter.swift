import CanonicalJSON
package import Words

/// A message in plain text to one person.
package struct Letter: Sendable, Equatable {
    /// Nil where it goes to nobody: it is kept and worked on all the same, so that the time of an answer doesn't tell whether there is
    /// such a person.
    package let receiver: Mailbox?
    package let subject: String
    /// Paragraphs; a link is one of its own.
    package let paragraphs: [String]
    /// The code of its language.
    package let language: String

    /// Writes it in the words of a language.
    package init(to receiver: Mailbox?, _ subject: Phrase, _ paragraphs: [Phrase], in catalogue: Catalogue) {
        self.receiver = receiver
        self.subject = catalogue.text(subject)
        self.paragraphs = paragraphs.map(catalogue.text)
        language = catalogue.language.code
    }
}

extension Letter {
    var json: JSON {
        [
            "to": .text(receiver?.text), "subject": .string(subject), "language": .string(language),
            "paragraphs": .array(paragraphs.map(JSON.string)),
        ]
    }

    /// Nil for anything that ``json`` didn't write.
    init?(json: JSON) {
        guard let subject = json["subject"]?.stringValue, let language = json["language"]?.stringValue,
            let paragraphs = json["paragraphs"]?.arrayValue
        else { return nil }
        receiver = json["to"]?.stringValue.flatMap(Mailbox.init)
        self.subject = subject
        self.language = language
        self.paragraphs = paragraphs.compactMap(\.stringValue)
    }
}
