import COath
import Glibc

/// Codes that are good for half a minute (RFC 6238), as an app on a telephone shows them: six digits, SHA-1.
package enum OneTimeCode {
    /// Of each code, in seconds.
    package static let period = 30
    package static let digits = 6
    /// Of SHA-1, in bytes, as RFC 4226 recommends.
    package static let secretLength = 20
    private static let isReady = oath_init() == Int32(OATH_OK.rawValue)

    /// The number of the period that a moment lies in.
    ///
    /// - Parameter time: seconds since 1970, in UTC.
    package static func step(at time: Int) -> Int { time / period }

    /// Nil where the library refuses, as for a moment before 1970.
    package static func code(of secret: [UInt8], step: Int) -> String? {
        guard isReady, step >= 0 else { return nil }
        var text = [CChar](repeating: 0, count: digits + 1)
        let bytes = secret.map { CChar(bitPattern: $0) }
        let result = oath_totp_generate(
            bytes, bytes.count, step * period, UInt32(period), 0, UInt32(digits), &text)
        guard result == Int32(OATH_OK.rawValue) else { return nil }
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// The period whose code somebody gave: this one, the one before or the one after, since clocks differ. Nil where it is none of
    /// theirs, or a period that isn't later than `last`: a code is good once.
    package static func step(of code: String, secret: [UInt8], at time: Int, after last: Int) -> Int? {
        let given = Array(code.utf8)
        var found: Int?
        // All three are compared, whichever fits.
        for step in (step(at: time) - 1)...(step(at: time) + 1) {
            guard let right = Self.code(of: secret, step: step) else { continue }
            if equalInConstantTime(given, Array(right.utf8)), step > last { found = step }
        }
        return found
    }

    /// The secret as it is typed into an app: base32 (RFC 4648) without padding.
    package static func base32(_ secret: [UInt8]) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        let result = oath_base32_encode(secret.map { CChar(bitPattern: $0) }, secret.count, &text, nil)
        guard result == Int32(OATH_OK.rawValue), let text else { return nil }
        defer { free(text) }
        return String(String(cString: text).prefix { $0 != "=" })
    }
}

/// The version of liboath that is in use, for the administrator's check.
package var oneTimeCodeLibraryVersion: String { oath_check_version(nil).map { String(cString: $0) } ?? "0" }
