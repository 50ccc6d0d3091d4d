import Accounts
/// How much of an account stands before its annexes; what does not fit there stands whole in an annex.
package struct FrontPages: Sendable, Equatable {
    /// Measures with their chart and table, and how many more with a sentence.
    let measures: Int
    let sentences: Int
    let characteristicRows: Int
    let stakeholders: Int
    /// Figures beside a measure, and totals, that have a card of their own; the others have a line.
    let changeCards: Int
    let cards: Int
    let outputs: Int
    /// Words of each of the provider's own texts.
    let words: Int

    /// The most printed pages that they may take.
    static let most = 4

    package static let ample = FrontPages(
        measures: 2, sentences: 12, characteristicRows: 8, stakeholders: 6, changeCards: 3, cards: 4, outputs: 6,
        words: 90)
    /// For accounts that take more pages otherwise.
    package static let brief = FrontPages(
        measures: 1, sentences: 2, characteristicRows: 0, stakeholders: 3, changeCards: 0, cards: 3, outputs: 2,
        words: 25)
}
