extension Thesaurus {
    /// S27: what is related lies neither above nor below. Mappings count too: a broad match is broader, and so on.
    func relationProblems(_ index: ConceptIndex, _ lines: ThesaurusLines) -> [ThesaurusProblem] {
        var ancestry = Ancestry(Hierarchy(self, index, withMappings: true))
        var problems: [ThesaurusProblem] = []
        var seen: Set<Pair> = []
        func check(_ number: Int, _ other: String, _ line: Int?) {
            guard let target = index[other], seen.insert(Pair(number, target)).inserted else { return }
            if target == number || ancestry.isAbove(target, number) || ancestry.isAbove(number, target) {
                problems.append(ThesaurusProblem(.relatedIsBroader, concepts[number].id, [other], line: line))
            }
        }
        for (number, concept) in concepts.enumerated() {
            for (position, other) in concept.related.enumerated() {
                check(number, other, lines[number, \.related, position])
            }
            for (position, mapping) in concept.mappings.enumerated() where mapping.kind == .related {
                check(number, mapping.target, lines[number, \.mappings, position])
            }
        }
        if ancestry.isExhausted, let first = concepts.first {
            problems.append(ThesaurusProblem(.tooTangled, first.id, line: lines[0]))
        }
        return problems
    }

    /// S46: what means exactly the same is neither wider nor narrower nor only related. Exact matches hold both ways and carry
    /// over (S44, S45).
    func mappingProblems(_ index: ConceptIndex, _ lines: ThesaurusLines) -> [ThesaurusProblem] {
        var same = SameMeanings()
        for concept in concepts {
            for mapping in concept.mappings where mapping.kind == .exact { same.join(concept.id, mapping.target) }
        }
        var problems: [ThesaurusProblem] = []
        for (number, concept) in concepts.enumerated() {
            for (position, mapping) in concept.mappings.enumerated()
            where mapping.kind != .exact && mapping.kind != .close && same.areJoined(concept.id, mapping.target) {
                problems.append(
                    ThesaurusProblem(
                        .exactIsOther, concept.id, [mapping.target], line: lines[number, \.mappings, position]))
            }
        }
        return problems
    }
}

/// Two concepts, whichever way round.
private struct Pair: Hashable {
    let first: Int
    let second: Int

    init(_ one: Int, _ other: Int) {
        first = min(one, other)
        second = max(one, other)
    }
}

/// Groups of IRIs that mean the same (union by size, paths halved).
private struct SameMeanings {
    private var numbers: [String: Int] = [:]
    private var parents: [Int] = []
    private var sizes: [Int] = []

    mutating func join(_ one: String, _ other: String) {
        let (first, second) = (root(number(one)), root(number(other)))
        guard first != second else { return }
        let (large, small) = sizes[first] < sizes[second] ? (second, first) : (first, second)
        parents[small] = large
        sizes[large] += sizes[small]
    }

    mutating func areJoined(_ one: String, _ other: String) -> Bool {
        guard let first = numbers[one], let second = numbers[other] else { return false }
        return root(first) == root(second)
    }

    private mutating func number(_ id: String) -> Int {
        if let known = numbers[id] { return known }
        numbers[id] = parents.count
        parents.append(parents.count)
        sizes.append(1)
        return parents.count - 1
    }

    private mutating func root(_ number: Int) -> Int {
        var number = number
        while parents[number] != number {
            parents[number] = parents[parents[number]]
            number = parents[number]
        }
        return number
    }
}
