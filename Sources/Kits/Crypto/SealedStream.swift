import CSodium

/// A stream of bytes that only a holder of the passphrase can read or make: argon2id makes the key, and libsodium's secretstream
/// (XChaCha20-Poly1305) seals each block so that none can be changed, left out, moved or added.
///
/// - Shape: ``preamble``, then blocks of ``blockSize`` bytes, each ``overhead`` longer when sealed; the last one is shorter or as long,
///   and marked as the last.
package enum SealedStream {
    /// In bytes, before sealing.
    package static let blockSize = 65_536
    package static let overhead = 17
    /// Salt, two numbers of eight bytes that say how hard the key is to make, and the stream's own header.
    package static let preambleSize = 16 + 8 + 8 + 24

    /// Above these a file would only keep the machine busy.
    private static let mostOperations: UInt64 = 10
    private static let mostMemory: UInt64 = 1 << 30

    /// How hard the key is to make, and so how long somebody who guesses needs for each guess.
    package enum Effort: Sendable {
        /// 256 MB and most of a second.
        case forYears
        /// 64 MB and a tenth of a second.
        case forTheMoment
    }

    package struct Sealer: Sendable {
        /// What stands before the first block.
        package let preamble: [UInt8]
        private var state = crypto_secretstream_xchacha20poly1305_state()

        /// - Returns: nil where the memory could not be had.
        package init?(passphrase: String, effort: Effort) {
            Sodium.prepare()
            let (operations, memory) =
                switch effort {
                case .forYears: (crypto_pwhash_opslimit_moderate(), crypto_pwhash_memlimit_moderate())
                case .forTheMoment: (crypto_pwhash_opslimit_interactive(), crypto_pwhash_memlimit_interactive())
                }
            let start = randomBytes(16) + bigEndian(UInt64(operations)) + bigEndian(UInt64(memory))
            guard let key = key(passphrase, start: start) else { return nil }
            var header = [UInt8](repeating: 0, count: 24)
            _ = crypto_secretstream_xchacha20poly1305_init_push(&state, &header, key)
            preamble = start + header
        }

        package mutating func seal(_ block: [UInt8], isLast: Bool) -> [UInt8] {
            var sealed = [UInt8](repeating: 0, count: block.count + overhead)
            let tag = isLast ? crypto_secretstream_xchacha20poly1305_tag_final() : 0
            _ = crypto_secretstream_xchacha20poly1305_push(
                &state, &sealed, nil, block, UInt64(block.count), preamble, UInt64(preamble.count), tag)
            return sealed
        }
    }

    package struct Opener: Sendable {
        private let preamble: [UInt8]
        private var state = crypto_secretstream_xchacha20poly1305_state()

        /// - Returns: nil where the preamble makes no sense, or the memory could not be had.
        package init?(passphrase: String, preamble: [UInt8]) {
            Sodium.prepare()
            guard preamble.count == preambleSize, let key = key(passphrase, start: Array(preamble.prefix(32))) else {
                return nil
            }
            let header = Array(preamble.suffix(24))
            guard crypto_secretstream_xchacha20poly1305_init_pull(&state, header, key) == 0 else { return nil }
            self.preamble = preamble
        }

        /// The bytes of a block, and whether it is the last one; nil where it isn't what was sealed in this place.
        package mutating func open(_ sealed: [UInt8]) -> (bytes: [UInt8], isLast: Bool)? {
            guard sealed.count >= overhead, sealed.count <= blockSize + overhead else { return nil }
            var bytes = [UInt8](repeating: 0, count: sealed.count - overhead)
            var tag: UInt8 = 0
            let code = crypto_secretstream_xchacha20poly1305_pull(
                &state, &bytes, nil, &tag, sealed, UInt64(sealed.count), preamble, UInt64(preamble.count))
            return code == 0 ? (bytes, tag == crypto_secretstream_xchacha20poly1305_tag_final()) : nil
        }
    }

    /// - Parameter start: the salt and the two numbers, as the preamble begins.
    private static func key(_ passphrase: String, start: [UInt8]) -> [UInt8]? {
        let operations = number(start[16..<24])
        let memory = number(start[24..<32])
        guard (1...mostOperations).contains(operations), (8192...mostMemory).contains(memory) else { return nil }
        var key = [UInt8](repeating: 0, count: Int(crypto_secretstream_xchacha20poly1305_keybytes()))
        let bytes = Array(passphrase.utf8).map { CChar(bitPattern: $0) }
        let code = crypto_pwhash(
            &key, UInt64(key.count), bytes, UInt64(bytes.count), Array(start.prefix(16)), operations, Int(memory),
            crypto_pwhash_alg_argon2id13())
        return code == 0 ? key : nil
    }

    private static func bigEndian(_ number: UInt64) -> [UInt8] { withUnsafeBytes(of: number.bigEndian) { Array($0) } }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }
}
