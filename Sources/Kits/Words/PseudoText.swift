/// The pseudo-language's spelling: letters with accents, and marks around text that is nobody's to translate.
package enum PseudoText {
    static let open: Character = "⟦"
    static let close: Character = "⟧"

    static func accented(_ text: String) -> String {
        String(text.map { accents[$0] ?? $0 })
    }

    /// Marks text that people typed, so that the finder of unreached words passes over it.
    package static func given(_ text: String) -> String { "⟦\(text)⟧" }

    private static let accents: [Character: Character] = Dictionary(
        uniqueKeysWithValues: zip(
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
            "áƀçðéƒĝĥíĵķĺɱñóþɋŕšţúṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ"))
}
