import HTML
import Lookup
import Vocabulary
import Words

/// "Where it is used": what is named with a concept, as far as its reader may see that, with the way to it.
struct UsesView {
    /// So many stand on the page.
    static let most = 20

    /// Something that is named with the concept, and where that stands.
    struct Place {
        let use: ConceptUses.Use
        /// Nil where it stands in no account that the reader may see.
        let account: AccountWords.Place?
        /// Whose service it is.
        let organisation: String?

        /// The outcome that a published account names.
        fileprivate var outcome: Nameable? { use.account.map { .outcome(use.words, account: $0) } }
    }

    var places: [Place] = []
    /// How many there are besides those.
    var others = 0
    /// What it is called most, by which the others are looked for.
    var words = ""

    var named: [Nameable] { places.compactMap(\.outcome) }

    func body(_ reading: PageReading, isPast: Bool) -> HTML {
        section(.id("uses")) {
            h2 { "Where it is used" }
            if places.isEmpty {
                p { isPast ? "Nothing that you can read was named with it." : "Nothing here is named with it yet." }
            } else {
                ul { for place in places { li { line(place, reading) } } }
                if others > 0 { p { a(.href(SearchPath.all(words).url)) { "and \(others) more" } } }
            }
        }
    }

    private func line(_ place: Place, _ reading: PageReading) -> HTML {
        let words = place.use.words
        if let account = place.account, let outcome = place.outcome {
            let own = Text(words, in: account.language)
            return .group([
                a(.href(account.address)) { reading.name(outcome, own: own) }, verbatim(" – "),
                span(.lang(account.language)) { verbatim(account.title) }, reading.ownWords(outcome, own: own),
            ])
        }
        guard place.use.kind == .service else {
            return .group([
                a(.href(MeaningPath.open.url)) { verbatim(words) }, verbatim(" – "),
                phrase(place.use.isInDraft ? "in a draft of your organisation" : "your words"),
            ])
        }
        let detail: Phrase = place.organisation.map { owner in "a service of \(owner)" } ?? "a service"
        return .group([verbatim(words), verbatim(" – "), phrase(detail)])
    }
}
