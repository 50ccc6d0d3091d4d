/// Where terms are kept: memory or a database. It gives candidates and judges nothing, so that every source leads to the same list.
package protocol TermSource: Sendable {
    associatedtype Failure: Error

    /// The words under the keys, in the order of keys and words, up to ``WordWish/mostForKeys``; and those with each beginning, up to
    /// ``WordWish/mostForBeginning``, both in the order of their bytes. Several times where several keys lead to them.
    func words(_ wish: WordWish) async throws(Failure) -> [KeptWord]

    /// For each word the terms that hold it, those of the lowest rank first, up to a number for each word.
    func terms(with words: [String], mostForEach: Int) async throws(Failure) -> [CandidateTerm]

    /// Terms of the items whose terms hold a word of every group: of each item those that hold any.
    ///
    /// - Parameter most: how many items; those whose terms have the lowest rank.
    func terms(withAll groups: [[String]], most: Int) async throws(Failure) -> [CandidateTerm]
}

/// A term that may be what somebody means.
package struct CandidateTerm: Sendable, Hashable {
    /// Tells the items of a source apart.
    package let item: Int
    package let kind: Label.Kind
    package let language: String?
    package let words: String

    package init(item: Int, kind: Label.Kind, language: String?, words: String) {
        self.item = item
        self.kind = kind
        self.language = language
        self.words = words
    }
}

/// A word that a source keeps, and a key that leads to it.
package struct KeptWord: Sendable, Hashable {
    package let key: String
    package let word: String

    package init(key: String, word: String) {
        self.key = key
        self.word = word
    }
}
