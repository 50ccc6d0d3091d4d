import Crypto
import Testing

struct EncodingTests {
    // RFC 4648, section 10, without the padding.
    @Test(arguments: [
        ("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"), ("fooba", "Zm9vYmE"),
        ("foobar", "Zm9vYmFy"),
    ])
    func `base64url gives the published text and reads it back`(text: String, encoded: String) {
        #expect(base64URL(Array(text.utf8)) == encoded)
        #expect(bytes(base64URL: encoded) == Array(text.utf8))
    }

    @Test func `base64url uses the two characters that are safe in addresses`() {
        #expect(base64URL([0xfb, 0xff]) == "-_8")
    }

    @Test(arguments: ["Z", "Zg==", "Zh", "Zm9", "+/8", "Zm 9v", "Zm9vé", "Zm9vY"])
    func `base64url that nobody would have written is refused`(text: String) {
        #expect(bytes(base64URL: text) == nil)
    }

    @Test(arguments: ["0", "0g", "é", "00 ", "0x00"])
    func `hexadecimal that is none is refused`(text: String) {
        #expect(bytes(hex: text) == nil)
    }

    @Test func `bytes of every length survive both encodings`() {
        for length in 0..<200 {
            let original = randomBytes(length)
            #expect(original.count == length)
            #expect(bytes(hex: hex(original)) == original)
            #expect(bytes(base64URL: base64URL(original)) == original)
        }
        #expect(bytes(hex: "FFaa") == [0xff, 0xaa])
    }

    @Test func `readers of encodings survive arbitrary text`() {
        for length in 0..<2000 {
            let text = String(decoding: randomBytes(length % 40), as: UTF8.self)
            if let read = bytes(base64URL: text) { #expect(base64URL(read) == text) }
            if let read = bytes(hex: text) { #expect(hex(read) == text.lowercased()) }
        }
    }
}
