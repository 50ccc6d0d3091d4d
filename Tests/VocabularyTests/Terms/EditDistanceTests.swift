import Peers
import Testing
@testable import Vocabulary

struct EditDistanceTests {
    // The first is the usual example of how this differs from the unlimited distance, which would be 2.
    @Test(arguments: [
        ("ca", "abc", 3), ("befreinding", "befriending", 1), ("lonelyness", "loneliness", 1), ("", "abc", 3),
        ("kitten", "sitting", 3), ("", "", 0), ("same", "same", 0),
    ])
    func `a distance is the number of letters to mend`(one: String, other: String, distance: Int) {
        #expect(editDistance(Word(normal: one), Word(normal: other), most: 9) == distance)
        #expect(editDistance(Word(normal: other), Word(normal: one), most: 9) == distance)
    }

    @Test func `a distance above the limit is none`() {
        #expect(editDistance(Word(normal: "kitten"), Word(normal: "sitting"), most: 2) == nil)
        #expect(editDistance(Word(normal: "kitten"), Word(normal: "k"), most: 2) == nil)
    }

    @Test func `one mistake is a distance of one at most`() {
        var typing = Typing(seed: 2)
        for _ in 0..<2000 {
            let word = typing.word(of: 1...12)
            let distance = editDistance(Word(normal: word), Word(normal: typing.mistake(in: word)), most: 1)
            #expect((0...1).contains(distance ?? 2))
        }
    }
}
