/// What a Welsh word may be a form of: its first letter changes with the word before it, and it may be a plural.
///
/// "gymunedau" may come from `cymuned`. Several roots are possible, and none is sure: this helps a search and is no grammar.
///
/// - Source: King, G., Modern Welsh: A Comprehensive Grammar, chapters on initial mutation and on plurals of nouns.
func welshRoots(of word: Word) -> Set<String> {
    guard word.letters.count >= 4 else { return [word.text] }
    var roots: Set<String> = []
    for unchanged in unmutated(word.text) {
        roots.insert(unchanged)
        if let singular = singular(of: unchanged) { roots.insert(singular) }
    }
    return roots
}

/// What each beginning may have been before it was changed: soft, nasal and aspirate mutation.
private let mutations: [(changed: String, from: [String])] = [
    ("ngh", ["c"]), ("ng", ["g"]), ("ch", ["c"]), ("g", ["c"]),
    ("mh", ["p"]), ("ph", ["p"]), ("b", ["p"]),
    ("nh", ["t"]), ("th", ["t"]),
    ("dd", ["d"]), ("d", ["t"]), ("n", ["d"]),
    ("f", ["b", "m"]), ("m", ["b"]),
    ("l", ["ll"]), ("r", ["rh"]),
]

private func unmutated(_ word: String) -> [String] {
    var found = [word]
    // The longest beginning that fits says how the word began: "ngh" isn't "n" and "gh".
    if let (changed, origins) = mutations.first(where: { word.hasPrefix($0.changed) }), !startsUnchanged(word) {
        found += origins.map { $0 + word.dropFirst(changed.count) }
    }
    // Soft mutation takes a g away.
    if let first = word.first, "aeiouwylr".contains(first), !word.hasPrefix("ll"), !word.hasPrefix("rh") {
        found.append("g" + word)
    }
    return found
}

/// "ll" and "rh" are letters of their own, which stand at the beginning of words that have not changed.
private func startsUnchanged(_ word: String) -> Bool {
    word.hasPrefix("ll") || word.hasPrefix("rh") || word.hasPrefix("ff")
}

private let endings = ["iau", "oedd", "ion", "au", "on", "od", "i"]

private func singular(of word: String) -> String? {
    if word.hasSuffix("wyr"), word.count > 5 { return word.dropLast(3) + "wr" }
    guard let ending = endings.first(where: word.hasSuffix), word.count - ending.count >= 3 else { return nil }
    return String(word.dropLast(ending.count))
}
