import FoundationEssentials
import HTML
import Words

/// An account in a list.
struct AccountLine {
    let account: KeptAccount
    /// Whether the list has a heading of its own below that of the page.
    var isUnderHeading = true
    var reading: ListReading?

    /// With what was found and when; for accounts that can be read.
    @HTMLBuilder var published: HTML {
        if let edition = account.current {
            let link = a(.href(AccountPath.one(account.id).url), .lang(edition.language)) {
                verbatim(edition.shortTitle)
            }
            isUnderHeading ? h3(.classes("step-title")) { link } : h2(.classes("step-title")) { link }
            if let provider = edition.provider {
                p(.classes("step-since mark-provider"), .lang(edition.language)) { verbatim(provider) }
            }
            p(.lang(edition.language)) { verbatim(edition.finding) }
            reading?.headings(account, language: edition.language) ?? .nothing
            p(.classes("step-since")) {
                if edition.number > 1 {
                    "Edition \(edition.number), published \(CivilDate(edition.published ?? edition.created).argument)"
                } else {
                    "Published \(CivilDate(edition.published ?? edition.created).argument)"
                }
            }
        }
    }

    /// Its draft, for the owner.
    @HTMLBuilder var draft: HTML {
        if let draft = account.draft {
            let address: AccountPath = account.current == nil ? .one(account.id) : .edition(account.id, draft.number)
            span(.classes("tag tag-waiting")) { "Draft" }
            verbatim(" ")
            a(.href(address.url), .lang(draft.language)) { verbatim(draft.shortTitle) }
            verbatim(" ")
            span(.classes("step-since")) { Self.since(draft.created) }
        }
    }

    /// With the time, since several of one name may wait since the same day.
    static func since(_ moment: Date) -> Phrase {
        "since \(CivilDate(moment).argument), \(TimeOfDay(moment).description) UTC"
    }

    /// Its name alone, for one that was withdrawn.
    var withdrawn: HTML {
        a(.href(AccountPath.one(account.id).url), .lang(account.current?.language ?? "en")) {
            verbatim(account.current?.shortTitle ?? account.id)
        }
    }
}
