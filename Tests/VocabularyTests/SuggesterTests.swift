import Testing

@testable import Vocabulary

@Suite struct SuggesterTests {
    private static func vocabulary() throws -> [Subject] {
        [
            Subject(code: "A", labels: ["Animals"], expression: try WordPattern(#"\b(animals?)\b"#)),
            Subject(
                code: "A1", labels: ["Dogs"], expression: try WordPattern(#"\b(dogs?|canines?)\b"#),
                exclusion: try WordPattern("hot dog"), broader: "A"),
            Subject(
                code: "A2", labels: ["Horses"], expression: try WordPattern(#"\b(horses?|pon(y|ies))\b"#), broader: "A"),
            Subject(code: "L", labels: ["Loneliness"], notes: ["Being alone against one's will"]),
        ]
    }

    private static let befriending = TaughtText(
        Wording(title: "Tea and company", description: "Befriending isolated people at home"), codes: ["L"])

    @Test func `what an expression finds comes first, with its words`() throws {
        let suggester = Suggester(try Self.vocabulary())
        let found = suggester.suggest(Wording(title: "Happy Dogs", description: "A home for canines"), top: 4)
            .suggestions
        #expect(found.count == 4)
        #expect(found.first?.code == "A1")
        #expect(found.first?.because == ["dogs", "canines"])
        #expect(found.map(\.probability) == found.map(\.probability).sorted(by: >))
    }

    @Test func `an exclusion forbids what the expression found`() throws {
        let suggester = Suggester(try Self.vocabulary())
        let found = suggester.suggest(Wording(title: "Hot dogs for all", description: "We sell a hot dog"), top: 4)
        let dogs = try #require(found.suggestions.first { $0.code == "A1" })
        #expect(dogs.probability < Suggester.silence)
        #expect(found.tags.isEmpty)
    }

    @Test func `a confirmation is known at once, and says because of which words`() throws {
        var suggester = Suggester(try Self.vocabulary())
        let text = Wording(title: "Friends", description: "Befriending for isolated neighbours")
        let before = suggester.suggest(text, top: 1).suggestions.first
        #expect(before?.code != "L" || (before?.probability ?? 0) < Suggester.silence)
        suggester.learn([Self.befriending])
        let after = try #require(suggester.suggest(text, top: 1).suggestions.first)
        #expect(after.code == "L")
        #expect(Set(after.because).isSubset(of: ["befriending", "isolated"]) && !after.because.isEmpty)
    }

    @Test func `a concept without expressions is known by the words of its labels and notes`() {
        let suggester = Suggester([
            Subject(code: "lonely", labels: ["Fewer people feel lonely"], notes: ["People have somebody to turn to"]),
            Subject(code: "work", labels: ["More people find a job"], notes: ["Paid work or self-employment"]),
            Subject(code: "falls", labels: ["Fewer older people fall"]),
        ])
        let near = suggester.suggest(Wording(title: "Fewer lonely people"), top: 3).suggestions
        #expect(near.first?.code == "lonely" && (near.first?.probability ?? 0) > 0.5)
        #expect(near.first?.because == ["fewer", "lonely", "people"])
        let far = suggester.suggest(Wording(title: "Cycle paths along the old railway"), top: 1).suggestions
        #expect((far.first?.probability ?? 1) < Suggester.silence)
    }

    @Test func `several confirmations at once count like one after the other`() throws {
        let taught = Self.many(20)
        var together = Suggester(try Self.vocabulary())
        together.learn(taught)
        var single = Suggester(try Self.vocabulary())
        for text in taught { single.learn([text]) }
        for text in taught.prefix(4) {
            #expect(
                together.suggest(text.wording, top: 2).suggestions == single.suggest(text.wording, top: 2).suggestions)
        }
    }

    @Test func `the same texts give the same suggestions`() throws {
        let taught = Self.many(250)
        let one = Suggester(try Self.vocabulary(), taught: taught)
        let other = Suggester(try Self.vocabulary(), taught: taught)
        for text in taught.prefix(20) {
            #expect(one.suggest(text.wording, top: 4).suggestions == other.suggest(text.wording, top: 4).suggestions)
        }
    }

    /// What is learnt at the end must weigh as if it had been there from the beginning: the system of equations is the same.
    @Test func `a text learnt later counts as one that was there from the start`() throws {
        let keys = (0..<40).map { TermKeys("word\($0 % 7) other\($0 % 5) third\($0 % 3)") }
        let space = TermSpace(keys)
        let matrix = (0..<40).flatMap { space.similaritiesBefore($0) + [Float](repeating: 0, count: 40 - 1 - $0) }
        let targets = (0..<40).map { Float($0 % 7 == 1 ? 1 : 0) }
        func square(_ size: Int) -> [Float] {
            (0..<size).flatMap { column in (0..<size).map { row in matrix[column * 40 + row] } }
        }
        let all = KernelRidge.fitted(KernelFactor(square(40), count: 40), targets: targets, columns: 1).0
        // Only the mean is fixed at the start: it is made the same here by the targets.
        var grown = KernelRidge.fitted(
            KernelFactor(square(39), count: 39), targets: Array(targets.prefix(39)), columns: 1
        ).0
        let last = (0..<39).map { matrix[39 * 40 + $0] }
        grown.learn(last, itself: matrix[39 * 40 + 39], targets: [targets[39]])
        let asked = space.similarities(to: space.vector(of: TermKeys("word1 other1 third1")))
        #expect(abs(all.scores(asked)[0] - grown.scores(asked)[0]) < 0.01)
    }

    /// Ridge regression without the last text, worked out anew, must say what the closed form says.
    @Test func `what a text gets from the others alone is what it gets when it is left out`() throws {
        let keys = (0..<30).map { TermKeys("word\($0 % 7) other\($0 % 5) third\($0 % 3)") }
        let space = TermSpace(keys)
        let matrix = (0..<30).flatMap { space.similaritiesBefore($0) + [Float](repeating: 0, count: 30 - 1 - $0) }
        let targets = (0..<30).map { Float($0 % 7 == 1 ? 1 : 0) }
        let factor = KernelFactor(matrix, count: 30)
        let closed = factor.scoresWithoutItself(targets, weights: factor.weights(for: targets, columns: 1), columns: 1)
        let small = (0..<29).flatMap { column in (0..<29).map { row in matrix[column * 30 + row] } }
        let weights = KernelFactor(small, count: 29).weights(for: Array(targets.prefix(29)), columns: 1)
        let expected = (0..<29).reduce(Float(0)) { $0 + weights[$1] * matrix[29 * 30 + $1] }
        #expect(abs(closed[29] - expected) < 0.001)
    }

    @Test func `a row of evidence has a number for each column`() throws {
        let subjects = try Self.vocabulary()
        let evidence = EvidenceReader(subjects, stems: StemCache())
            .evidence(of: Wording(title: "Dogs"), stems: StemCache(), scratch: MatchScratch())
        let pairs = PairEvidence(
            evidence, KernelScores(whole: [0, 0.5, 0, 0], description: [0, 0, 0, 0]), TagHabits(subjects: 4),
            tree: SubjectTree(subjects))
        #expect(pairs.values.count == pairs.subjects.count * PairEvidence.columns.count)
    }

    /// Texts about dogs or horses that never say so, beside words that go with each.
    private static func many(_ count: Int) -> [TaughtText] {
        (0..<count).map { number in
            let isDog = number % 2 == 0
            return TaughtText(
                Wording(
                    title: isDog ? "Kennels \(number)" : "Stables \(number)",
                    description: isDog ? "barking walks \(number % 9)" : "riding saddles \(number % 9)"),
                codes: [isDog ? "A1" : "A2"])
        }
    }

    @Test func `with many texts evidence is weighed, and what is sure is given`() throws {
        let suggester = Suggester(try Self.vocabulary(), taught: Self.many(300))
        let found = suggester.suggest(Wording(title: "New stables", description: "riding and saddles"), top: 4)
        #expect(found.tags == ["A2"])
        #expect(found.suggestions.first?.because.isEmpty == false)
        #expect((found.suggestions.first?.probability ?? 0) > 0.8)
    }

    @Test func `many texts at once are answered in their order, each as it would be alone`() throws {
        let suggester = Suggester(try Self.vocabulary())
        let texts = (0..<150).map {
            Wording(title: "Number \($0)", description: $0 % 3 == 0 ? "Dogs" : "Horses and dogs")
        }
        let all = suggester.suggest(texts, top: 4)
        #expect(all.count == texts.count)
        for (text, said) in zip(texts, all) {
            let alone = suggester.suggest(text, top: 4)
            #expect(said.suggestions == alone.suggestions)
            #expect(said.tags == alone.tags)
        }
    }
}
