import Testing

@testable import Vocabulary

@Suite struct WordPatternTests {
    private func found(_ pattern: String, in text: String) throws -> [String] {
        let bytes = Array(text.utf8)
        return try WordPattern(pattern).ranges(in: bytes, with: MatchScratch())
            .map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    @Test func `words are found whatever their case`() throws {
        #expect(try found(#"\b(dogs?|caf.)\b"#, in: "Dogs, DOG and a café; dogged") == ["Dogs", "DOG", "café"])
    }

    @Test func `an empty match is none`() throws {
        #expect(try found("", in: "any text").isEmpty)
        #expect(try found("x*", in: "axxb é") == ["xx"])
    }

    /// The places are those that pcre2test says.
    @Test(arguments: [("(", 1), ("a)", 1), ("[z-a]", 3)])
    func `a malformed expression is refused with its place`(pattern: String, offset: Int) throws {
        let problem = #expect(throws: WordPatternError.self) { try WordPattern(pattern) }
        guard case .malformed(let place, let reason) = try #require(problem) else {
            Issue.record("\(pattern) is not called malformed")
            return
        }
        #expect(place == offset)
        #expect(!reason.isEmpty)
    }

    @Test func `an expression that would take for ever finds nothing`() throws {
        #expect(try found("(a+)+$", in: String(repeating: "a", count: 5_000) + "b").isEmpty)
    }

    @Test func `an expression that is too long is refused`() {
        #expect(throws: WordPatternError.tooLong(limit: WordPattern.longest)) {
            try WordPattern(String(repeating: "a", count: WordPattern.longest + 1))
        }
    }

    @Test(arguments: [
        (#"\b(cats?|felines?)\b"#, true), (#"\b(u3a|cats)\b"#, false), (#"\b(dog?|cats)\b"#, false),
        (#"\b((salvation|church) army)\b"#, false), (#"(cats)"#, false), (#"\b(cats)|(dogs)\b"#, false),
        (#"\b(wom[ae]n'?s?|ladies)\b"#, true), (#"\b(cat[|]s|dogs)\b"#, true), (#"\b(cats|)\b"#, false),
    ])
    func `the beginnings that a pattern needs are known only where it is plain`(pattern: String, isPlain: Bool) {
        #expect((WordBeginnings.needed(by: pattern) != nil) == isPlain)
    }

    /// The quick way must never miss what the expression itself finds.
    @Test func `a text with a match always has one of the beginnings`() throws {
        let pattern = #"\b(cats?|fel(ine)?s?|wom[ae]n'?s?|dog.?kennels?)\b"#
        let needed = try #require(WordBeginnings.needed(by: pattern))
        for text in ["CATS", "a cat_", "(felines)", "women’s", "x-dog kennel", "9 cats", "éwoman cat"] {
            let matches = try !found(pattern, in: text).isEmpty
            if matches { #expect(!WordBeginnings(of: Array(text.utf8)).offsets(of: needed).isEmpty, "\(text)") }
        }
        #expect(WordBeginnings(of: Array("bobcats".utf8)).offsets(of: needed).isEmpty)
    }

    @Test(arguments: [
        "Cats and CATS, catsuits; women's cats", "women women’s woman", "dog kennels dog.kennel", "scats 9cats é cats",
        "",
    ])
    func `a pattern that is tried where words begin finds what it finds everywhere`(text: String) throws {
        let pattern = try WordPattern(#"\b(cats?( and cats)?|fel(ine)?s?|wom[ae]n'?s?|dog.?kennels?)\b"#)
        let needed = try #require(WordBeginnings.needed(by: pattern.pattern))
        let atWords = try #require(pattern.atOnePlace)
        let bytes = Array(text.utf8)
        #expect(
            atWords.ranges(in: bytes, at: WordBeginnings(of: bytes).offsets(of: needed), with: MatchScratch())
                == pattern.ranges(in: bytes, with: MatchScratch()))
    }
}
