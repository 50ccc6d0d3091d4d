import Testing

@testable import Crypto

@Suite struct OneTimeCodeTests {
    private let secret = Array("12345678901234567890".utf8)

    /// The last six of the eight digits in RFC 6238, appendix B, for SHA-1.
    @Test(arguments: [
        (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"),
        (2_000_000_000, "279037"), (20_000_000_000, "353130"),
    ])
    func `codes are those of the standard`(time: Int, code: String) {
        #expect(OneTimeCode.code(of: secret, step: OneTimeCode.step(at: time)) == code)
    }

    @Test func `a code of the period before or after is taken, one further away is not, and each only once`() throws {
        let now = 1_800_000_000
        let step = OneTimeCode.step(at: now)
        for (away, isTaken) in [(-2, false), (-1, true), (0, true), (1, true), (2, false)] {
            let code = try #require(OneTimeCode.code(of: secret, step: step + away))
            let found = OneTimeCode.step(of: code, secret: secret, at: now, after: 0)
            #expect(found == (isTaken ? step + away : nil))
            #expect(OneTimeCode.step(of: code, secret: secret, at: now, after: step + away) == nil)
        }
        for wrong in ["", "12345", "1234567", "abcdef", "-28708"] {
            #expect(OneTimeCode.step(of: wrong, secret: secret, at: now, after: 0) == nil)
        }
    }

    /// RFC 4648, section 10.
    @Test func `a secret is written as base32 without padding`() {
        #expect(OneTimeCode.base32(Array("foobar".utf8)) == "MZXW6YTBOI")
        #expect(OneTimeCode.base32(secret) == "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
    }
}
