extension Thesaurus {
    /// Everything that is wrong with it, by concept.
    ///
    /// Takes time in proportion to its size, however deep or tangled it is; see
    /// ``ThesaurusProblem/Condition/tooTangled`` for the one bound.
    ///
    /// - Parameters:
    ///   - lines: where its parts stand in a file.
    ///   - isKnown: whether there is a concept of this IRI elsewhere, such as in another scheme of the place.
    /// - Source: W3C, SKOS Reference (2009), integrity conditions S9, S13, S14, S27 and S46.
    package func problems(
        lines: ThesaurusLines = ThesaurusLines(), isKnown: (String) -> Bool = { _ in false }
    ) -> [ThesaurusProblem] {
        let index = ConceptIndex(concepts)
        var problems = index.twice.map { number in
            ThesaurusProblem(.conceptTwice, concepts[number].id, line: lines[number])
        }
        problems += schemesThatAreConcepts(index, lines)
        problems += labelProblems(lines)
        problems += danglingProblems(index, lines, isKnown)
        let hierarchy = Hierarchy(self, index)
        problems += hierarchy.cycles.map { cycle in
            ThesaurusProblem(
                .cycle, concepts[cycle[0]].id, cycle.dropFirst().map { concepts[$0].id },
                line: lines[cycle[0], \.broader, 0])
        }
        problems += relationProblems(index, lines)
        problems += mappingProblems(index, lines)
        return problems
    }

    private func schemesThatAreConcepts(_ index: ConceptIndex, _ lines: ThesaurusLines) -> [ThesaurusProblem] {
        schemes.compactMap { scheme in
            index[scheme.id].map { ThesaurusProblem(.schemeIsConcept, scheme.id, line: lines[$0]) }
        }
    }

    private func danglingProblems(
        _ index: ConceptIndex, _ lines: ThesaurusLines, _ isKnown: (String) -> Bool
    ) -> [ThesaurusProblem] {
        var problems: [ThesaurusProblem] = []
        for (number, concept) in concepts.enumerated() {
            for (position, wider) in concept.broader.enumerated() where index[wider] == nil && !isKnown(wider) {
                problems.append(
                    ThesaurusProblem(
                        .danglingBroader, concept.id, [wider], line: lines[number, \.broader, position]))
            }
            for (position, other) in concept.related.enumerated() where index[other] == nil && !isKnown(other) {
                problems.append(
                    ThesaurusProblem(
                        .danglingRelated, concept.id, [other], line: lines[number, \.related, position]))
            }
            // A mapping leads to another scheme, which need not be here: it dangles where it is said to be one of ours.
            for (position, mapping) in concept.mappings.enumerated()
            where index[mapping.target] == nil && index.isOurs(mapping.target) && !isKnown(mapping.target) {
                problems.append(
                    ThesaurusProblem(
                        .danglingMapping, concept.id, [mapping.target], line: lines[number, \.mappings, position]))
            }
        }
        return problems
    }
}

/// Finds a concept's number by its IRI.
struct ConceptIndex {
    private var numbers: [String: Int] = [:]
    private var beginnings: Set<Substring> = []
    /// Those whose IRI another one before had.
    private(set) var twice: [Int] = []

    init(_ concepts: [Concept]) {
        numbers.reserveCapacity(concepts.count)
        for (number, concept) in concepts.enumerated() {
            if numbers[concept.id] == nil { numbers[concept.id] = number } else { twice.append(number) }
            let beginning = Self.beginning(of: concept.id)
            if !beginning.isEmpty { beginnings.insert(beginning) }
        }
    }

    subscript(id: String) -> Int? { numbers[id] }

    /// Whether an IRI begins as one of these concepts does.
    func isOurs(_ id: String) -> Bool { beginnings.contains(Self.beginning(of: id)) }

    private static func beginning(of id: String) -> Substring {
        let marks = [UInt8(ascii: "#"), UInt8(ascii: "/"), UInt8(ascii: ":")]
        guard let end = id.utf8.lastIndex(where: { marks.contains($0) }) else { return "" }
        return id[...end]
    }
}
