import Crypto

/// A code that lets somebody in once who has lost the app with their codes: twelve signs, about 57 bits.
struct RecoveryCode: Sendable, Equatable {
    /// So many are made at a time.
    static let number = 10

    let text: String

    init(from randomness: Randomness) {
        text = RandomIdentifier.short(from: randomness)
    }

    /// Reads it as it was typed, with or without the dashes between its parts and in either case; nil where it can't be one.
    init?(typed: String) {
        let plain = typed.lowercased().filter { $0 != "-" && !$0.isWhitespace }
        guard plain.count == 12, plain.allSatisfy(RandomIdentifier.alphabet.contains) else { return nil }
        text = plain
    }

    /// In three parts, to be read and copied by people.
    var shown: String {
        let letters = Array(text)
        return stride(from: 0, to: letters.count, by: 4).map { String(letters[$0..<min($0 + 4, letters.count)]) }
            .joined(separator: "-")
    }
}
