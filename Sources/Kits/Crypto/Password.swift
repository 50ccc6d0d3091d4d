import CSodium
import CZxcvbn

/// Passwords: kept as argon2id, judged by how soon somebody would guess them.
package enum Password {
    /// In characters. There is no rule about which characters.
    package static let fewestCharacters = 12
    /// In bytes; beyond this the time to judge it would grow without use.
    package static let mostBytes = 500

    package enum Fault: Error, Equatable, Sendable {
        case tooShort
        case tooLong
        /// Among the first that anyone would try.
        case common
    }

    /// So many guesses, as a power of two, that a password must withstand. zxcvbn knows the common passwords, words, names,
    /// dates and rows of keys, and reckons with their usual changes.
    private static let leastGuesses = 30.0
    /// The library's time grows faster than the length, and more than this can't be guessed by rules.
    private static let mostJudged = 60

    /// - Parameter known: what else somebody who guesses would try: the person's name, the organisation's.
    package static func fault(in password: String, known: [String]) -> Fault? {
        guard password.count >= fewestCharacters else { return .tooShort }
        guard password.utf8.count <= mostBytes else { return .tooLong }
        // The library reads up to the first zero and knows bytes, not letters.
        let judged = password.utf8.prefix(mostJudged).map { CChar(bitPattern: $0) } + [0]
        var words = known.flatMap { $0.lowercased().split(separator: " ").map(String.init) }
        words = words.filter { $0.utf8.count >= 3 && $0.utf8.count <= 50 }
        let guesses = withCStrings(words) { ZxcvbnMatch(judged, $0, nil) }
        return guesses < leastGuesses ? .common : nil
    }

    /// What is kept of a password: argon2id with its parameters and salt, as text. It takes 64 MB and most of a tenth of a
    /// second, so see to it that few run at once.
    ///
    /// - Returns: nil where the memory could not be had.
    package static func hash(_ password: String) -> String? {
        Sodium.prepare()
        var text = [CChar](repeating: 0, count: Int(crypto_pwhash_strbytes()))
        let bytes = Array(password.utf8).map { CChar(bitPattern: $0) }
        let code = crypto_pwhash_str(
            &text, bytes, UInt64(bytes.count), UInt64(crypto_pwhash_opslimit_interactive()),
            crypto_pwhash_memlimit_interactive())
        return code == 0 ? String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self) : nil
    }

    /// Whether a password is the one that was kept. It costs as much as ``hash(_:)``.
    package static func verify(_ password: String, against hash: String) -> Bool {
        Sodium.prepare()
        let bytes = Array(password.utf8).map { CChar(bitPattern: $0) }
        return crypto_pwhash_str_verify(hash, bytes, UInt64(bytes.count)) == 0
    }
}

/// A list of C strings that ends with a null, for as long as `body` runs.
private func withCStrings<Value>(
    _ texts: [String], _ body: (UnsafeMutablePointer<UnsafePointer<CChar>?>?) -> Value
) -> Value {
    let starts = texts.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.utf8.count + 1) }
    return texts.flatMap { Array($0.utf8CString) }.withUnsafeBufferPointer { bytes in
        var pointers = starts.dropLast().map { start in bytes.baseAddress.map { $0 + start } }
        pointers.append(nil)
        return pointers.withUnsafeMutableBufferPointer { body($0.baseAddress) }
    }
}
