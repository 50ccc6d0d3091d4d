import Accounts
import HTML
import Words

/// Which annexes an account has, and their numbers. The value map and the assumptions are always annexes 1 and 2; those that
/// an account may lack come after them, so that the numbers have no gap.
struct Annexes {
    static let valueMap = 1
    static let assumptions = 2

    /// Nil where nothing moves the ratio.
    let sensitivity: Int?
    /// What did not fit into the pages before the annexes; nil where everything did.
    let full: Int?
    let check: Int
    /// On paper only, so it is the last.
    let derivations: Int

    init(_ account: Account, _ front: FrontPages) {
        let isFull =
            account.people.map { !PeopleView.split($0.tables, front).later.isEmpty } ?? false
            || account.changes.count > front.measures
            || account.worth.stakeholders.count > front.stakeholders
            || account.ownWords.isLong(over: front.words)
        var next = Self.assumptions + 1
        func number(if isThere: Bool) -> Int? {
            guard isThere else { return nil }
            defer { next += 1 }
            return next
        }
        sensitivity = number(if: !account.worth.sensitivity.isEmpty)
        full = number(if: isFull)
        check = next
        derivations = next + 1
    }

    static let sensitivityAddress = "annex-sensitivity"
    static let fullAddress = "annex-full"

    /// A sentence that sends the reader to the annex that holds the rest.
    static func pointer(_ sentence: Phrase, to address: String) -> HTML {
        p(.classes("small muted")) { a(.href("#" + address)) { sentence } }
    }
}
