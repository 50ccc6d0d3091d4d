import Crypto
import Testing

@Suite struct SealingTests {
    private let key = [UInt8](0..<32)

    @Test func `what is sealed opens with its key and no other, and not when a bit was changed`() {
        let secret = Array("a secret".utf8)
        let sealed = Sealing.seal(secret, key: key)
        #expect(Sealing.open(sealed, key: key) == secret)
        #expect(Sealing.open(sealed, key: [UInt8](1...32)) == nil)
        for index in sealed.indices {
            var changed = sealed
            changed[index] ^= 1
            #expect(Sealing.open(changed, key: key) == nil)
        }
        #expect(Sealing.open(Array(sealed.dropLast()), key: key) == nil)
        #expect(Sealing.open([], key: key) == nil)
        #expect(Sealing.seal(secret, key: key) != sealed)
        #expect(Sealing.open(Sealing.seal([], key: key), key: key) == [])
    }
}
