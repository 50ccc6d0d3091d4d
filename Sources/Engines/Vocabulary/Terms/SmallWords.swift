/// Words that hold a phrase together and say little by themselves, in English and Welsh. A search doesn't insist on them.
let smallWords: Set<String> = [
    "a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with",
    "ac", "am", "ar", "gan", "gyda", "i", "neu", "o", "y", "yn", "yr",
]

/// What a phrase may be called by its first letters: "voluntary and community sector" is `vcs`, or `vacs`. None of a single word.
///
/// - Parameter bytes: of the phrase's normal form.
func initials(of bytes: ArraySlice<UInt8>) -> [[UInt8]] {
    var (all, weighty): ([UInt8], [UInt8]) = ([], [])
    var (count, start) = (0, bytes.startIndex)
    while start < bytes.endIndex {
        guard count < longestAbbreviation else { return [] }
        let end = bytes[start...].firstIndex(of: UInt8(ascii: " ")) ?? bytes.endIndex
        // A letter is one byte, or one that begins it and those that go on.
        var next = start + 1
        while next < end, bytes[next] & 0b1100_0000 == 0b1000_0000 { next += 1 }
        all += bytes[start..<next]
        if !isSmall(bytes[start..<end]) { weighty += bytes[start..<next] }
        count += 1
        start = end + 1
    }
    guard count > 1 else { return [] }
    return weighty.count >= 2 && weighty != all ? [all, weighty] : [all]
}

/// In words.
private let longestAbbreviation = 12
/// The small words, each as a number of its bytes: none has more than eight.
private let smallNumbers = Set(smallWords.map { number(of: $0.utf8) })
/// In bytes.
private let longestSmallWord = smallWords.map(\.utf8.count).max() ?? 0

private func isSmall(_ word: ArraySlice<UInt8>) -> Bool {
    word.count <= longestSmallWord && smallNumbers.contains(number(of: word))
}

private func number(of bytes: some Sequence<UInt8>) -> UInt64 { bytes.reduce(1) { $0 << 8 | UInt64($1) } }
