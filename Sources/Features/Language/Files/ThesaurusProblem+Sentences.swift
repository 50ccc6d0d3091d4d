package import Vocabulary
package import Words

extension ThesaurusProblem {
    /// What is wrong, for a person who can mend the file.
    package var sentence: Phrase {
        let value = values.first ?? ""
        return switch condition {
        case .schemeIsConcept: "“\(concept)” is a scheme and a concept at once (S9)."
        case .labelOfTwoKinds: "“\(value)” is a label of two kinds for one concept (S13)."
        case .preferredTwice:
            language.map { "There is more than one preferred label in the language \($0): “\(value)” (S14)." }
                ?? "There is more than one preferred label without a language: “\(value)” (S14)."
        case .relatedIsBroader: "It is related to “\(value)”, which lies above or below it (S27)."
        case .exactIsOther:
            "It means exactly the same as “\(value)”, and is also said to be wider, narrower or only related (S46)."
        case .cycle where values.isEmpty: "It lies above itself."
        case .cycle: "It lies above itself, by way of \(values.prefix(5).joined(separator: ", "))."
        case .danglingBroader: "It lies under “\(value)”, which is nowhere."
        case .danglingNarrower: "It lies above “\(value)”, which is nowhere."
        case .danglingRelated: "It is related to “\(value)”, which is nowhere."
        case .danglingMapping: "It is mapped to “\(value)”, which is nowhere."
        case .conceptTwice: "It stands there twice."
        case .noLabel: "It has no preferred label."
        case .sameLabel: "“\(value)” is also the preferred label of “\(values.last ?? "")”."
        case .tooTangled: "The concepts hang together in so many ways that we could not check them all."
        }
    }

    /// The whole of it in one line: where, which concept, what.
    package var wholeLine: Phrase {
        line.map { "Line \(String($0)): \(concept): \(sentence)" } ?? "\(concept): \(sentence)"
    }
}
