import CSodium

/// Bytes that only the holder of a key can read, and that nobody else can change unseen: XChaCha20-Poly1305, with a nonce of their own
/// in front.
package enum SealedBytes {
    private static let nonceLength = Int(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES)
    private static let overhead = nonceLength + Int(crypto_aead_xchacha20poly1305_ietf_ABYTES)

    /// - Parameters:
    ///   - key: 32 bytes.
    ///   - context: what the bytes are; they can't be opened as anything else.
    package static func seal(_ bytes: [UInt8], key: [UInt8], context: String) -> [UInt8] {
        check(key)
        let nonce = randomBytes(nonceLength)
        let context = Array(context.utf8)
        var sealed = [UInt8](repeating: 0, count: bytes.count + overhead - nonceLength)
        _ = crypto_aead_xchacha20poly1305_ietf_encrypt(
            &sealed, nil, bytes, UInt64(bytes.count), context, UInt64(context.count), nil, nonce, key)
        return nonce + sealed
    }

    /// The bytes as they were; nil where they were changed, or sealed with another key or for something else.
    package static func open(_ sealed: [UInt8], key: [UInt8], context: String) -> [UInt8]? {
        check(key)
        guard sealed.count >= overhead else { return nil }
        let context = Array(context.utf8)
        let nonce = Array(sealed.prefix(nonceLength))
        let rest = Array(sealed.dropFirst(nonceLength))
        var bytes = [UInt8](repeating: 0, count: sealed.count - overhead)
        let isSound =
            crypto_aead_xchacha20poly1305_ietf_decrypt(
                &bytes, nil, nil, rest, UInt64(rest.count), context, UInt64(context.count), nonce, key) == 0
        return isSound ? bytes : nil
    }

    private static func check(_ key: [UInt8]) {
        Sodium.prepare()
        precondition(key.count == Int(crypto_aead_xchacha20poly1305_ietf_KEYBYTES), "a key has 32 bytes")
    }
}
