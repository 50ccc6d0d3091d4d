import Crypto
import Testing

struct RandomIdentifierTests {
    @Test func `a short identifier has 12 unmistakable characters`() {
        let identifier = RandomIdentifier.short()
        #expect(identifier.count == 12)
        #expect(identifier.allSatisfy(RandomIdentifier.alphabet.contains))
        #expect(RandomIdentifier.alphabet.allSatisfy { !"aeioul01".contains($0) })
        #expect(Set(RandomIdentifier.alphabet).count == 28)
    }

    @Test func `identifiers do not repeat`() {
        #expect(Set((0..<10_000).map { _ in RandomIdentifier.short() }).count == 10_000)
        #expect(Set((0..<1000).map { _ in RandomIdentifier.secret() }).count == 1000)
    }

    @Test func `every character comes equally often`() {
        var counts: [Character: Int] = [:]
        for _ in 0..<7000 { for letter in RandomIdentifier.short() { counts[letter, default: 0] += 1 } }
        // 84,000 letters, 3,000 of each on average, standard deviation 54: seven of them each way.
        #expect(counts.count == 28)
        #expect(counts.values.allSatisfy { (2620...3380).contains($0) })
    }

    @Test func `the source of randomness can be chosen`() {
        #expect(RandomIdentifier.short { Array(repeating: 0, count: $0) } == "222222222222")
        #expect(RandomIdentifier.secret { Array(repeating: 0, count: $0) } == String(repeating: "A", count: 43))
    }

    @Test func `no bytes are given for a count that makes no sense`() {
        #expect(randomBytes(-1) == [])
        #expect(randomBytes(0) == [])
    }
}
