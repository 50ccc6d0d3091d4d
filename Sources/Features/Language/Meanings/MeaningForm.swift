import Lookup
import Web

/// What somebody chose for their words.
struct MeaningForm: Sendable {
    struct Answer: Sendable {
        let words: String
        let kind: OwnWord.Kind
        /// What was chosen when the form was made.
        let was: Int?
        /// What is chosen now.
        let chosen: Int?
        /// What was typed to find another one, and not picked.
        let typed: String
        /// Whether the words were typed, without what they stood for before.
        var isNew = false
    }

    let answers: [Answer]
    /// Words that were typed for the first time, with the concept that was picked for them.
    let new: Answer?

    /// What the fields are called that are about one of our words.
    struct Names: Sendable {
        let words: String
        let kind: String
        let was: String
        let concept: String
        let find: String
        let found: String

        /// - Parameter isAside: whether the form is about something else.
        init(_ number: Int, isAside: Bool) {
            func name(_ part: String) -> String { (isAside ? OfferingField.beginning : "") + "\(part)-\(number)" }
            (words, kind, was) = (name("words"), name("kind"), name("was"))
            (concept, find, found) = (name("concept"), name("find"), name("found"))
        }
    }

    /// What a form about something else says of words, and of the service that it names.
    init(aside form: Form, service: String) {
        answers = Self.answers(form, isAside: true)
        let picked = Int(form.text(OfferingField.service, most: 10))
        new = service.isEmpty ? nil : picked.map { Self.new(service, .service, for: $0) }
    }

    init(_ form: Form) {
        answers = Self.answers(form, isAside: false)
        let words = form.text("words-new", most: OwnWord.longest)
        let kind = OwnWord.Kind(rawValue: form.text("kind-new", most: 20)) ?? .outcome
        new = words.isEmpty ? nil : Self.new(words, kind, for: Int(form.text("found-new", most: 10)))
    }

    private static func new(_ words: String, _ kind: OwnWord.Kind, for concept: Int?) -> Answer {
        Answer(words: words, kind: kind, was: nil, chosen: concept, typed: "", isNew: true)
    }

    private static func answers(_ form: Form, isAside: Bool) -> [Answer] {
        func number(_ name: String) -> Int? { Int(form.text(name, most: 10)) }
        return (0..<PageOf<MeaningLine>.size).compactMap { n in
            let names = Names(n, isAside: isAside)
            let words = form.text(names.words, most: OwnWord.longest)
            guard !words.isEmpty else { return nil }
            let found = number(names.found)
            return Answer(
                words: words, kind: OwnWord.Kind(rawValue: form.text(names.kind, most: 20)) ?? .outcome,
                was: number(names.was), chosen: found ?? number(names.concept),
                typed: found == nil ? form.text(names.find, most: OwnWord.longest) : "")
        }
    }
}
