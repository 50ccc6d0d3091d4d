/// Words that hold a phrase together and say little by themselves, in English and Welsh. A search doesn't insist on them.
let smallWords: Set<String> = [
    "a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with",
    "ac", "am", "ar", "gan", "gyda", "i", "neu", "o", "y", "yn", "yr",
]

/// What a phrase may be called by its first letters: "voluntary and community sector" is `vcs`, or `vacs`. None of a single word.
func initials(of form: NormalForm) -> [String] {
    let words = form.bytes.split(separator: UInt8(ascii: " "), maxSplits: longestAbbreviation)
    guard (2...longestAbbreviation).contains(words.count) else { return [] }
    var (all, weighty): ([UInt8], [UInt8]) = ([], [])
    for word in words {
        // A letter is one byte, or one that begins it and those that go on.
        let rest = word.dropFirst()
        let first = word.prefix(1) + rest.prefix { $0 & 0b1100_0000 == 0b1000_0000 }
        all += first
        if word.count > longestSmallWord || !smallWords.contains(String(decoding: word, as: UTF8.self)) {
            weighty += first
        }
    }
    let found = weighty.count >= 2 && weighty != all ? [all, weighty] : [all]
    return found.map { String(decoding: $0, as: UTF8.self) }
}

/// In words.
private let longestAbbreviation = 12
/// In bytes.
private let longestSmallWord = smallWords.map(\.utf8.count).max() ?? 0
