import Testing
@testable import Vocabulary

struct SearchPropertyTests {
    private static let concepts = WordList.concepts + WordList.made(500, seed: 7)
    private static let index = TermIndex(concepts)

    private func found(_ text: String) async -> [Found] {
        await TermSearch(text, language: "en").found(in: Self.index, most: 50)
    }

    @Test func `every label finds its concept first, or among others with the same words`() async {
        for (item, labels) in Self.concepts.enumerated() where item % 4 == 0 || item < WordList.concepts.count {
            for label in labels {
                let found = await found(label.text.words)
                let equals = found.prefix { $0.match == .whole }
                #expect(equals.contains { $0.item == item } || equals.count == 50, "\(label.text.words)")
            }
        }
    }

    @Test func `a label with one mistake in it finds its concept`() async {
        var typing = Typing(seed: 3)
        var (tried, first) = (0, 0)
        for (item, labels) in Self.concepts.enumerated() where item % 5 == 0 || item < WordList.concepts.count {
            for label in labels where NormalForm(label.text.words).compact.letters.count >= 5 {
                let typed = typing.mistake(in: label.text.words.lowercased())
                let found = await found(typed)
                #expect(found.contains { $0.item == item }, "\(typed) for \(label.text.words)")
                tried += 1
                if found.first?.item == item { first += 1 }
            }
        }
        // Others may be as near: in made-up words more often than in real ones.
        #expect(first * 10 > tried * 7, "\(first) of \(tried)")
    }

    @Test func `every beginning of a word that belongs to few finds it`() async {
        for (item, labels) in WordList.concepts.enumerated() {
            let word = Array(labels[0].text.words)
            for length in 5...max(5, word.count) where length <= word.count {
                let found = await found(String(word.prefix(length)))
                #expect(found.contains { $0.item == item }, "\(String(word.prefix(length)))")
            }
        }
    }

    @Test func `nothing that can be typed is slow or stops the search`() async {
        var typing = Typing(seed: 4)
        let clock = ContinuousClock()
        var longest = Duration.zero
        for round in 0..<120 {
            let text = round.isMultiple(of: 2) ? typing.anything(most: 300) : Self.nasty(round, &typing)
            let begin = clock.now
            let found = await found(text)
            longest = max(longest, clock.now - begin)
            #expect(found.count <= 50)
        }
        // Without optimisation, on a busy machine; some milliseconds otherwise.
        #expect(longest < .seconds(2), "\(longest)")
    }

    private static func nasty(_ round: Int, _ typing: inout Typing) -> String {
        switch round % 5 {
        case 0: String(repeating: typing.word(of: 1...2) + " ", count: 100)
        case 1: String(repeating: "a", count: 10_000)
        case 2: String(repeating: "e\u{301}", count: 5_000)
        case 3: (0..<40).map { _ in typing.word(of: 1...6) }.joined(separator: " ")
        default: typing.word(of: 1...1)
        }
    }
}
