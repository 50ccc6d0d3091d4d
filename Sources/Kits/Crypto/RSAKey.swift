import COpenSSL

/// A public key that checks signatures of another server: RSA with SHA-256 (PKCS #1 1.5), which is RS256 in a JSON Web Signature.
package struct RSAKey: Sendable, Equatable {
    /// In bits; what is shorter can be broken.
    private static let shortest = 2048
    private static let longest = 8192

    private let modulus: [UInt8]
    private let exponent: [UInt8]

    /// Nil where the key is too short or too long to be trusted.
    ///
    /// - Parameter modulus: and `exponent` are whole numbers, the highest byte first.
    package init?(modulus: [UInt8], exponent: [UInt8]) {
        let modulus = Array(modulus.drop { $0 == 0 })
        guard (Self.shortest / 8...Self.longest / 8).contains(modulus.count), (1...8).contains(exponent.count) else {
            return nil
        }
        self.modulus = modulus
        self.exponent = exponent
    }

    /// Whether the key's owner signed exactly these bytes.
    package func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        guard let key = makeKey() else { return false }
        defer { EVP_PKEY_free(key) }
        guard let context = EVP_MD_CTX_new() else { return false }
        defer { EVP_MD_CTX_free(context) }
        guard EVP_DigestVerifyInit(context, nil, EVP_sha256(), nil, key) == 1 else { return false }
        return EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
    }

    private func makeKey() -> OpaquePointer? {
        guard let builder = OSSL_PARAM_BLD_new() else { return nil }
        defer { OSSL_PARAM_BLD_free(builder) }
        let n = BN_bin2bn(modulus, Int32(modulus.count), nil)
        let e = BN_bin2bn(exponent, Int32(exponent.count), nil)
        defer {
            BN_free(n)
            BN_free(e)
        }
        guard OSSL_PARAM_BLD_push_BN(builder, io_OSSL_PKEY_PARAM_RSA_N, n) == 1,
            OSSL_PARAM_BLD_push_BN(builder, io_OSSL_PKEY_PARAM_RSA_E, e) == 1,
            let parameters = OSSL_PARAM_BLD_to_param(builder)
        else { return nil }
        defer { OSSL_PARAM_free(parameters) }
        guard let context = EVP_PKEY_CTX_new_from_name(nil, "RSA", nil) else { return nil }
        defer { EVP_PKEY_CTX_free(context) }
        var key: OpaquePointer?
        guard EVP_PKEY_fromdata_init(context) == 1,
            EVP_PKEY_fromdata(context, &key, io_EVP_PKEY_PUBLIC_KEY, parameters) == 1
        else { return nil }
        return key
    }
}
