import CSodium

/// Bytes that only a holder of the key can read, and that nobody else can have changed (XSalsa20 with Poly1305).
package enum Sealing {
    /// In bytes.
    package static let keyLength = Int(crypto_secretbox_KEYBYTES)

    /// - Parameter key: of ``keyLength`` bytes.
    package static func seal(_ bytes: [UInt8], key: [UInt8], randomness: Randomness = randomBytes) -> [UInt8] {
        Sodium.prepare()
        precondition(key.count == keyLength, "a key of another length would be read past its end")
        let nonce = randomness(Int(crypto_secretbox_NONCEBYTES))
        var sealed = [UInt8](repeating: 0, count: bytes.count + Int(crypto_secretbox_MACBYTES))
        _ = crypto_secretbox_easy(&sealed, bytes, UInt64(bytes.count), nonce, key)
        return nonce + sealed
    }

    /// Nil where the key is another, or the bytes were changed or cut short.
    package static func open(_ sealed: [UInt8], key: [UInt8]) -> [UInt8]? {
        Sodium.prepare()
        let nonceLength = Int(crypto_secretbox_NONCEBYTES)
        guard key.count == keyLength, sealed.count >= nonceLength + Int(crypto_secretbox_MACBYTES) else { return nil }
        let body = Array(sealed[nonceLength...])
        var bytes = [UInt8](repeating: 0, count: body.count - Int(crypto_secretbox_MACBYTES))
        let code = crypto_secretbox_open_easy(&bytes, body, UInt64(body.count), Array(sealed[..<nonceLength]), key)
        return code == 0 ? bytes : nil
    }
}
