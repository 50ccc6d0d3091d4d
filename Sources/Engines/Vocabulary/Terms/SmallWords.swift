/// Words that hold a phrase together and say little by themselves, in English and Welsh. A search doesn't insist on them.
let smallWords: Set<String> = [
    "a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with",
    "ac", "am", "ar", "gan", "gyda", "i", "neu", "o", "y", "yn", "yr",
]

/// What a phrase may be called by its first letters: "voluntary and community sector" is `vcs`, or `vacs`. None of a single word.
func initials(of words: [Word]) -> Set<String> {
    guard (2...12).contains(words.count) else { return [] }
    let weighty = words.filter { !smallWords.contains($0.text) }
    let found = [weighty, words].map { $0.compactMap(\.letters.first).map(String.init).joined() }
    return Set(found.filter { $0.count >= 2 })
}
