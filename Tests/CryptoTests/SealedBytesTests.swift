import Testing

@testable import Crypto

@Suite struct SealedBytesTests {
    private let key = [UInt8](repeating: 7, count: 32)

    @Test(arguments: [0, 1, 1000]) func `what was sealed is opened with the same key, for the same thing`(count: Int) {
        let bytes = randomBytes(count)
        let sealed = SealedBytes.seal(bytes, key: key, context: "leeds")
        #expect(SealedBytes.open(sealed, key: key, context: "leeds") == bytes)
        #expect(SealedBytes.open(sealed, key: key, context: "york") == nil)
        #expect(SealedBytes.open(sealed, key: [UInt8](repeating: 8, count: 32), context: "leeds") == nil)
        #expect(SealedBytes.seal(bytes, key: key, context: "leeds") != sealed)
    }

    @Test func `a changed, shortened or missing byte is noticed`() {
        let sealed = SealedBytes.seal([1, 2, 3], key: key, context: "")
        for index in sealed.indices {
            var changed = sealed
            changed[index] ^= 1
            #expect(SealedBytes.open(changed, key: key, context: "") == nil)
            #expect(SealedBytes.open(Array(sealed.prefix(index)), key: key, context: "") == nil)
        }
    }
}
