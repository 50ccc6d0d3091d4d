extension Thesaurus {
    /// S13, S14, concepts without a label, and labels that two concepts of a scheme share.
    func labelProblems(_ lines: ThesaurusLines) -> [ThesaurusProblem] {
        var problems: [ThesaurusProblem] = []
        var owners: [SchemeLabel: String] = [:]
        for (number, concept) in concepts.enumerated() {
            var kinds: [Text: Label.Kind] = [:]
            var languages: Set<String> = []
            for (position, label) in concept.labels.enumerated() {
                func found(_ condition: ThesaurusProblem.Condition, _ values: [String]) {
                    problems.append(
                        ThesaurusProblem(
                            condition, concept.id, values, language: label.text.language,
                            line: lines[number, \.labels, position]))
                }
                if let before = kinds[label.text], before != label.kind { found(.labelOfTwoKinds, [label.text.words]) }
                kinds[label.text] = label.kind
                guard label.kind == .preferred else { continue }
                // Tags of languages are compared without regard to case (BCP 47).
                if !languages.insert(label.text.language?.lowercased() ?? "").inserted {
                    found(.preferredTwice, [label.text.words])
                }
                if let owner = owners.updateValue(concept.id, forKey: SchemeLabel(concept.scheme, label.text)),
                    owner != concept.id
                {
                    found(.sameLabel, [label.text.words, owner])
                }
            }
            if languages.isEmpty {
                problems.append(ThesaurusProblem(.noLabel, concept.id, line: lines[number]))
            }
        }
        return problems
    }
}

private struct SchemeLabel: Hashable {
    let scheme: String
    let text: Text

    init(_ scheme: String, _ text: Text) {
        self.scheme = scheme
        self.text = text
    }
}
