import CSodium

/// A source of unpredictable bytes: the system's in use, a fixed one in tests.
package typealias Randomness = @Sendable (_ count: Int) -> [UInt8]

/// Bytes from the system's cryptographic generator.
///
/// - Parameter count: none for zero or less.
package func randomBytes(_ count: Int) -> [UInt8] {
    Sodium.prepare()
    return [UInt8](unsafeUninitializedCapacity: max(0, count)) { buffer, filled in
        if let start = buffer.baseAddress { randombytes_buf(start, max(0, count)) }
        filled = max(0, count)
    }
}

/// Identifiers made from randomness, safe in an address without escaping.
package enum RandomIdentifier {
    /// Digits and lower-case consonants without those that are mistaken for others (0 1 l) and without vowels, so that
    /// no identifier spells a word.
    package static let alphabet: [Character] = Array("23456789bcdfghjkmnpqrstvwxyz")

    /// A short identifier for public addresses: 12 characters of 28, about 57 bits. It names; it protects nothing.
    package static func short(from randomness: Randomness = randomBytes) -> String {
        var letters: [Character] = []
        // Bytes above the last multiple of 28 are passed over, else some letters would come more often than others.
        let bound = 256 - 256 % alphabet.count
        while letters.count < 12 {
            for byte in randomness(16) where Int(byte) < bound && letters.count < 12 {
                letters.append(alphabet[Int(byte) % alphabet.count])
            }
        }
        return String(letters)
    }

    /// A secret for links and cookies: 256 bits in 43 characters of base64url. Who holds it may act.
    package static func secret(from randomness: Randomness = randomBytes) -> String {
        base64URL(randomness(32))
    }
}
