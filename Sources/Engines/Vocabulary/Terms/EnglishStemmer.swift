import CStemmer

/// Finds the stem of an English word: "groups" and "group" have the same.
///
/// - Source: Porter, M., the English stemmer ("Porter 2") of the Snowball project, as libstemmer has it.
final class EnglishStemmer {
    private let stemmer: OpaquePointer?

    init() {
        // Nil where the library was built without English: then a word is its own stem.
        stemmer = sb_stemmer_new("english", "UTF_8")
    }

    deinit { if let stemmer { sb_stemmer_delete(stemmer) } }

    func stem(_ word: Word) -> String {
        guard let stemmer else { return word.text }
        let bytes = Array(word.text.utf8)
        guard let found = sb_stemmer_stem(stemmer, bytes, Int32(bytes.count)) else { return word.text }
        let length = Int(sb_stemmer_length(stemmer))
        return String(decoding: UnsafeBufferPointer(start: found, count: length), as: UTF8.self)
    }
}
