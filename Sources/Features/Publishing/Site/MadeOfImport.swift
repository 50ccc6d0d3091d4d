import HTML
import Words

/// On the page of an import: what was made of it already.
struct MadeOfImport {
    let accounts: [KeptAccount]
    let importID: String

    @HTMLBuilder var body: HTML {
        if !lines.isEmpty {
            section(.classes("panel")) {
                h2 { "Made from this workbook" }
                ul { for (account, edition) in lines { li { line(account, edition) } } }
            }
        }
    }

    private var lines: [(KeptAccount, Edition)] {
        accounts.flatMap { account in account.editions.filter { $0.importID == importID }.map { (account, $0) } }
    }

    private func line(_ account: KeptAccount, _ edition: Edition) -> HTML {
        .group([
            a(.href(AccountPath.edition(account.id, edition.number).url), .lang(edition.language)) {
                verbatim(edition.shortTitle)
            },
            verbatim(" "),
            tag(account, edition),
        ])
    }

    private func tag(_ account: KeptAccount, _ edition: Edition) -> HTML {
        if account.withdrawal != nil { return span(.classes("tag tag-problem")) { "withdrawn" } }
        return edition.state == .draft
            ? span(.classes("tag tag-waiting")) { "Draft" }
            : span(.classes("tag tag-done")) { "published, edition \(edition.number)" }
    }
}
