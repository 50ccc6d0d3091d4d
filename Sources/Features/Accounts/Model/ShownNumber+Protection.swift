import Disclosure

extension ShownNumber {
    /// A count of people on its own: one to four is "fewer than 5".
    init(count: Int) {
        self = (1..<Suppression.threshold).contains(count) ? .fewerThanFive : .count(count)
    }
}

extension [ShownNumber] {
    /// Counts of one table whose total is known: the small ones are hidden, and so is whatever would give them away.
    static func protected(_ counts: [Int]) throws(AccountError) -> [ShownNumber] {
        var tables = CountTables()
        do {
            let cells = try tables.add(counts).cells
            let suppression = Suppression(of: tables)
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
