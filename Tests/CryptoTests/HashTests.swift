import Crypto
import FoundationEssentials
import Glibc
import Testing

struct HashTests {
    // NIST, "Secure Hashing" examples for SHA-256 (FIPS 180-4): one block, two blocks, empty.
    @Test(arguments: [
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ])
    func `SHA-256 gives the published digests`(text: String, digest: String) {
        #expect(hex(sha256(Array(text.utf8))) == digest)
    }

    @Test func `hashing in pieces gives the same as hashing at once`() {
        // NIST: a million times the letter a.
        var hash = SHA256()
        for _ in 0..<1000 { hash.update([UInt8](repeating: UInt8(ascii: "a"), count: 1000)) }
        #expect(hex(hash.finish()) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
        #expect(hash.finish() == hash.finish())
    }

    @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 200_000])
    func `a file is hashed as its bytes are`(size: Int) throws {
        let path = FileManager.default.temporaryDirectory.path + "/hash-" + RandomIdentifier.short()
        let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        #expect(FileManager.default.createFile(atPath: path, contents: Data(bytes)))
        defer { unlink(path) }
        #expect(SHA256.file(path) == sha256(bytes))
        #expect(SHA256.file(path + "-none") == nil)
        #expect(SHA256.file(FileManager.default.temporaryDirectory.path) == nil)
        #expect(SHA256.file("/dev/zero") == nil)
    }

    // RFC 4231, test cases 1, 2 and 6 (a key longer than a block).
    @Test(arguments: [
        (
            [UInt8](repeating: 0x0b, count: 20), "Hi There",
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
        ),
        (
            Array("Jefe".utf8), "what do ya want for nothing?",
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        ),
        (
            [UInt8](repeating: 0xaa, count: 131), "Test Using Larger Than Block-Size Key - Hash Key First",
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
        ),
    ])
    func `the keyed hash is HMAC-SHA-256 as published`(key: [UInt8], text: String, digest: String) {
        #expect(hex(keyedHash(Array(text.utf8), key: key)) == digest)
    }

    @Test func `a comparison of secrets sees every difference`() {
        let secret = sha256([1, 2, 3])
        #expect(equalInConstantTime(secret, secret))
        #expect(equalInConstantTime([], []))
        #expect(!equalInConstantTime(secret, secret.dropLast()))
        for index in secret.indices {
            var other = secret
            other[index] ^= 1
            #expect(!equalInConstantTime(secret, other))
        }
    }
}
