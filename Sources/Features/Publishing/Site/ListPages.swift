import HTML
import Lookup
import Web
import Words

/// All published accounts, or all that were withdrawn, a page at a time.
struct AccountListPage {
    let list: AccountList
    let accounts: PageOf<KeptAccount>
    let reading: ListReading

    private var name: Phrase { list == .withdrawn ? "Withdrawn accounts" : "Published accounts" }

    var title: Phrase { accounts.number == 1 ? name : "\(name), page \(accounts.number)" }

    var body: HTML {
        .group([
            h1 { title },
            p(.classes("lead")) {
                list == .withdrawn
                    ? "Their providers withdrew these. The page of each says why."
                    : "Everybody can read and check these."
            },
            list == .withdrawn || accounts.items.isEmpty ? .nothing : reading.page.choice,
            list == .withdrawn
                ? ul { for account in accounts.items { li { AccountLine(account: account).withdrawn } } }
                : ol(.classes("next-steps")) {
                    for account in accounts.items {
                        li { AccountLine(account: account, isUnderHeading: false, reading: reading).published }
                    }
                },
            Pager(AccountPath.list(list).url, number: accounts.number, hasMore: accounts.hasMore).body,
        ])
    }
}

/// All that waits for the owner, a page at a time.
struct WaitingPage {
    let steps: WaitingSteps

    private var number: Int { steps.drafts.number }

    var title: Phrase { number == 1 ? "What waits for you" : "What waits for you, page \(number)" }

    var body: HTML {
        .group([
            h1 { title },
            p(.classes("lead")) { "Drafts to check, and workbooks of which nothing was made yet." },
            steps.isEmpty ? p { "Nothing waits for you." } : steps.body,
            Pager(AccountPath.waiting.url, number: number, hasMore: steps.hasMore).body,
        ])
    }
}
