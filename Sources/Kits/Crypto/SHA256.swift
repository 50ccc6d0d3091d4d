import CSodium

/// SHA-256 (FIPS 180-4) of bytes that arrive in pieces, for files too large to hold.
///
/// ```swift
/// var hash = SHA256()
/// hash.update(firstPiece)
/// hash.update(secondPiece)
/// let digest = hash.finish()   // 32 bytes
/// ```
package struct SHA256: Sendable {
    private var state = crypto_hash_sha256_state()

    package init() {
        Sodium.prepare()
        _ = crypto_hash_sha256_init(&state)
    }

    package mutating func update(_ bytes: [UInt8]) {
        _ = crypto_hash_sha256_update(&state, bytes, UInt64(bytes.count))
    }

    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
        guard let start = bytes.baseAddress else { return }
        _ = crypto_hash_sha256_update(&state, start.assumingMemoryBound(to: UInt8.self), UInt64(bytes.count))
    }

    /// The 32 bytes of the hash of everything given so far; more may follow.
    package func finish() -> [UInt8] {
        var copy = state
        var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        _ = crypto_hash_sha256_final(&copy, &digest)
        return digest
    }
}

/// The 32 bytes of SHA-256 (FIPS 180-4).
package func sha256(_ bytes: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    hash.update(bytes)
    return hash.finish()
}

/// SHA-256 of a text's UTF-8, as 64 hexadecimal digits: what is kept of a secret that nobody could guess, such as a token.
package func digest(_ text: String) -> String { hex(sha256(Array(text.utf8))) }

/// HMAC-SHA-256 (RFC 2104), 32 bytes, with a key of any length.
///
/// A hash that only a holder of the key can make: for pseudonyms, form tokens and signed cookies.
package func keyedHash(_ bytes: [UInt8], key: [UInt8]) -> [UInt8] {
    Sodium.prepare()
    var state = crypto_auth_hmacsha256_state()
    var digest = [UInt8](repeating: 0, count: Int(crypto_auth_hmacsha256_BYTES))
    _ = crypto_auth_hmacsha256_init(&state, key, key.count)
    _ = crypto_auth_hmacsha256_update(&state, bytes, UInt64(bytes.count))
    _ = crypto_auth_hmacsha256_final(&state, &digest)
    sodium_memzero(&state, MemoryLayout.size(ofValue: state))
    return digest
}

/// Whether two secrets are the same, in a time that depends on their length only, so that timing tells nothing.
package func equalInConstantTime(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    one.count == other.count && sodium_memcmp(one, other, one.count) == 0
}
