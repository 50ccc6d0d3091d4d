/// Where the words of two sides differ, and where they don't.
package struct WordsCompared: Sendable, Equatable {
    /// What both sides speak of.
    package struct Meaning: Sendable, Equatable {
        /// The IRI of the concept; the first by IRI of those that are spoken of, where several mean exactly the same.
        package let concept: String
        /// The words of each side for it, as they wrote them, in the order of their letters.
        package let ones: [String]
        package let others: [String]
        package let sharesWords: Bool
    }

    /// Words that both sides use, each for something else.
    package struct Confusion: Sendable, Equatable {
        package let words: String
        package let ones: [String]
        package let others: [String]
    }

    /// The same meaning in words of which none is the other's.
    package let saidDifferently: [Meaning]
    /// The same meaning, and at least one word for it in common.
    package let saidAlike: [Meaning]
    /// The same words with no meaning in common.
    package let meantDifferently: [Confusion]
    /// What only one side speaks of.
    package let onlyOnes: [WordUse]
    package let onlyOthers: [WordUse]

    /// - Parameters:
    ///   - normal: what makes two ways of writing the same words.
    ///   - concepts: those that may mean exactly the same as others; a mapping that one of two states holds for both.
    package init(
        _ ones: [WordUse], and others: [WordUse], normal: (String) -> String, concepts: [Concept] = []
    ) {
        let same = Equivalents(concepts, among: Set((ones + others).map(\.concept)))
        let one = Side(ones, normal, same), other = Side(others, normal, same)
        let meanings = one.byMeaning.keys.filter { other.byMeaning[$0] != nil }.sorted().map { concept in
            let mine = one.byMeaning[concept] ?? [], theirs = other.byMeaning[concept] ?? []
            return Meaning(
                concept: concept, ones: mine.sorted(), others: theirs.sorted(),
                sharesWords: !Set(mine.map(normal)).isDisjoint(with: theirs.map(normal)))
        }
        saidDifferently = meanings.filter { !$0.sharesWords }
        saidAlike = meanings.filter(\.sharesWords)
        meantDifferently = one.byWords.keys.sorted().compactMap { words in
            guard let mine = one.byWords[words], let theirs = other.byWords[words],
                mine.meanings.isDisjoint(with: theirs.meanings)
            else { return nil }
            return Confusion(words: mine.shown, ones: mine.meanings.sorted(), others: theirs.meanings.sorted())
        }
        onlyOnes = ones.filter { other.byMeaning[same.first($0.concept)] == nil }
        onlyOthers = others.filter { one.byMeaning[same.first($0.concept)] == nil }
    }
}

/// What one side says, by what it means and by how it is written.
private struct Side {
    var byMeaning: [String: Set<String>] = [:]
    var byWords: [String: (shown: String, meanings: Set<String>)] = [:]

    init(_ uses: [WordUse], _ normal: (String) -> String, _ same: Equivalents) {
        for use in uses {
            let concept = same.first(use.concept)
            byMeaning[concept, default: []].insert(use.words)
            byWords[normal(use.words), default: (use.words, [])].meanings.insert(concept)
        }
    }
}

/// Concepts that mean exactly the same, whether one says so of the other or both of a third.
private struct Equivalents {
    private var leader: [String: String] = [:]
    /// The first of those that are spoken of, by the leader of all that mean the same.
    private var spoken: [String: String] = [:]

    init(_ concepts: [Concept], among used: Set<String>) {
        for concept in concepts {
            for mapping in concept.mappings where mapping.kind == .exact {
                let one = leading(concept.id), other = leading(mapping.target)
                if one != other { leader[max(one, other)] = min(one, other) }
            }
        }
        for concept in used {
            let leader = leading(concept)
            spoken[leader] = min(spoken[leader] ?? concept, concept)
        }
    }

    func first(_ concept: String) -> String {
        let leader = leading(concept)
        return spoken[leader] ?? leader
    }

    private func leading(_ concept: String) -> String {
        var concept = concept
        while let next = leader[concept] { concept = next }
        return concept
    }
}
