import Accounts
import Disclosure

extension ShownNumber {
    /// A count of people on its own: one to four is "fewer than 5".
    init(count: Int) {
        self = (1..<Suppression.threshold).contains(count) ? .fewerThanFive : .count(count)
    }

    /// Counts of one table whose total is shown beside it: the small ones are hidden, and so is whatever would give them away.
    ///
    /// - Parameter spared: the position of the count that readers need most; it is hidden last.
    static func protected(_ counts: [Int], sparing spared: Int? = nil) throws(AccountError) -> [ShownNumber] {
        var tables = CountTables()
        do {
            let (cells, total) = try tables.add(counts)
            // A total of fewer than five is hidden wherever it stands; any other is known.
            let isKnown = ShownNumber(count: counts.reduce(0, +)) != .fewerThanFive
            let suppression = Suppression(
                of: tables, known: isKnown ? [total] : [], sparing: Set(spared.map { [cells[$0]] } ?? []))
            return cells.map { cell in
                switch suppression[cell] {
                case .count(let count): .count(count)
                case .fewer: .fewerThanFive
                case .notShown: .hidden
                }
            }
        } catch {
            throw .notProtected(error)
        }
    }
}
