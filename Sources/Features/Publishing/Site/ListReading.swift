import HTML
import Lookup
import Vocabulary
import Web
import Words

/// A list of accounts as its reader wants to read it: what each speaks of, in the words of a list that they chose.
struct ListReading: Sendable {
    /// So many outcomes of an account are looked at.
    static let mostOutcomes = 60

    let page: PageReading
    /// The outcomes that accounts name, by the account; nothing for readers who chose no list.
    private let outcomes: [String: [String]]

    init(_ readIn: ReadIn, _ accounts: [KeptAccount], _ store: AccountStore, _ request: Request) async throws {
        var outcomes: [String: [String]] = [:]
        page = try await readIn.reading(request) {
            outcomes = try await store.publishedOutcomes(of: accounts, most: Self.mostOutcomes)
            return outcomes.flatMap { account, words in words.map { .outcome($0, account: account) } }
        }
        self.outcomes = outcomes
    }

    /// The headings of the list under which an account's outcomes stand, and its own words one click away.
    @HTMLBuilder func headings(_ account: KeptAccount, language: String) -> HTML {
        let words = outcomes[account.id] ?? []
        if let list = page.names?.list, !words.isEmpty {
            let headings = headings(words, account)
            details(.classes("said-otherwise")) {
                summary {
                    if headings.isEmpty {
                        "Not in the words of “\(list.words)”"
                    } else {
                        "In the words of “\(list.words)”: "
                        for (number, heading) in headings.enumerated() {
                            if number > 0 { verbatim("; ") }
                            HTML.words(heading)
                        }
                    }
                }
                ul {
                    for outcome in words {
                        let one = Nameable.outcome(outcome, account: account.id)
                        let own = Text(outcome, in: language)
                        li {
                            page.name(one, own: own)
                            page.isRenamed(one) ? page.ownWords(one, own: own) : Self.notInTheseWords
                        }
                    }
                }
            }
        }
    }

    private static let notInTheseWords = div(.classes("said-otherwise")) { "Not in these words." }

    /// Each once.
    private func headings(_ words: [String], _ account: KeptAccount) -> [Text] {
        words.reduce(into: []) { headings, outcome in
            guard let name = page.names?[.outcome(outcome, account: account.id)], !headings.contains(name.words) else {
                return
            }
            headings.append(name.words)
        }
    }
}
