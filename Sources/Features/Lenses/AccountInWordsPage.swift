import Accounts
import FoundationEssentials
package import HTML
import Lookup
import Vocabulary
package import Words

/// An account in a scheme's words, for the website, as a file that stands alone and for paper.
package struct AccountInWordsPage: Sendable {
    package let reading: AccountInWords
    /// Where the account stands in the provider's own words; a whole address where the page leaves the website.
    package let original: String
    private let names: FigureNames
    /// What stands behind the account's own heading on the website.
    private let tools: HTML
    /// Whether the list is still offered to readers.
    private let isInUse: Bool

    package init(reading: AccountInWords, original: String, tools: HTML = .nothing, isInUse: Bool = true) {
        self.isInUse = isInUse
        self.reading = reading
        names = FigureNames(reading)
        self.original = original
        self.tools = tools
    }

    private var account: SealedAccount { reading.account }

    package var title: Phrase {
        guard let service = account.service else { return "What changed, in the words of “\(reading.scheme.words)”" }
        return "What \(service) changed, in the words of “\(reading.scheme.words)”"
    }

    package var body: HTML {
        article(.classes("account")) {
            heading
            if !isInUse {
                p(.classes("banner")) {
                    "“\(reading.scheme.words)” is no longer in use here. What was read in its words stays readable."
                }
            }
            tools
            totals
            section(.id("in-words")) {
                h2 { "What changed, in these words" }
                if reading.groups.isEmpty { p { "None of this account’s outcomes has a word in this list yet." } }
                for each in reading.groups { group(each) }
            }
            rest
            footnote
        }
    }

    private var heading: HTML {
        header(.classes("account-heading")) {
            h1 { title }
            p(.classes("lead")) {
                "These are the figures of the original account under other headings. None was worked out anew."
                verbatim(" ")
                a(.href(original)) { "Read it in the provider’s own words" }
            }
            dl(.classes("facts")) {
                dt { "Provider" }
                dd { PartyName(name: account.provider, side: .provider).body }
                dt { "For" }
                dd { PartyName(name: account.commissioner, side: .commissioner).body }
                dt { "Period" }
                dd { stated(account.period) }
                dt { "Read in the words of" }
                dd { text(reading.scheme) }
                dt { "Original" }
                dd { originalName }
            }
        }
    }

    private var originalName: Phrase {
        account.reference.isDraft
            ? "a draft of edition \(account.reference.edition)" : "edition \(account.reference.edition)"
    }

    private var totals: HTML {
        section(.id("totals")) {
            h2 { "What it is worth" }
            div(.classes("figures")) {
                for figure in account.totals where figure.id != "netRatio" {
                    div(.classes("figure-card"), .lang(account.language)) {
                        p(.classes("figure-name")) { figure.name }
                        p(.classes("figure-value")) { figure.reading }
                        if let range = figure.range { p(.classes("figure-range")) { "Range: \(range)" } }
                        names.derivation(of: figure)
                    }
                }
            }
        }
    }

    private func group(_ group: AccountInWords.Group) -> HTML {
        div {
            h3 { text(group.words) }
            for heading in group.headings where heading.above.count == group.depth {
                if let definition = heading.definition { p(.classes("small")) { text(definition) } }
            }
            OutcomesTable(group, original: original, names: names).body
        }
    }

    @HTMLBuilder private var rest: HTML {
        if !reading.rest.isEmpty {
            section(.id("not-in-these-words")) {
                h2 { "Not in these words" }
                p {
                    "“\(reading.scheme.words)” has no word for these outcomes, or nobody has said yet which one it is. They count in the figures above all the same."
                }
                OutcomesTable(
                    rest: reading.rest.map { AccountInWords.Line(outcome: $0, likeness: .same, also: []) },
                    worth: reading.worthOfRest, original: original, names: names
                ).body
            }
        }
    }

    private var footnote: HTML {
        section(.id("original")) {
            h2 { "How to check this" }
            p {
                "Only the original account is signed for. This reading changes its headings and nothing else: each outcome stands here once, so the figures come to the same."
            }
            dl(.classes("facts")) {
                dt { "Original account" }
                dd { a(.href(original)) { verbatim(account.reference.account) } }
                dt { "SHA-256 of its figures as data" }
                dd { code { verbatim(account.reference.digest) } }
            }
        }
    }

    private func stated(_ text: String?) -> HTML { text.map(verbatim) ?? phrase("not stated") }

    private func text(_ text: Text) -> HTML { HTML.words(text) }

    /// One file that stands alone: the style is inside, and nothing is fetched or run.
    package func standalone(style: String) -> Document {
        Document(
            title: title, styleSheet: .embedded(style),
            details: [("author", "\(account.provider ?? "")"), ("dcterms.created", "\(account.date)")]
        ) {
            main(.id("main")) { div(.classes("wrap")) { body } }
        }
    }
}
