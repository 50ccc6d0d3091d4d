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

    init(_ form: Form) {
        func number(_ name: String) -> Int? { Int(form.text(name, most: 10)) }
        func kind(_ name: String) -> OwnWord.Kind { OwnWord.Kind(rawValue: form.text(name, most: 20)) ?? .outcome }
        answers = (0..<PageOf<MeaningLine>.size).compactMap { n in
            let words = form.text("words-\(n)", most: OwnWord.longest)
            guard !words.isEmpty else { return nil }
            let found = number("found-\(n)")
            return Answer(
                words: words, kind: kind("kind-\(n)"), was: number("was-\(n)"),
                chosen: found ?? number("concept-\(n)"),
                typed: found == nil ? form.text("find-\(n)", most: OwnWord.longest) : "")
        }
        let words = form.text("words-new", most: OwnWord.longest)
        new =
            words.isEmpty
            ? nil
            : Answer(
                words: words, kind: kind("kind-new"), was: nil, chosen: number("found-new"), typed: "",
                isNew: true)
    }
}
