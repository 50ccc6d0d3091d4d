import Accounts
import HTML
import Lookup
import Renderings
import Vocabulary
import Words

/// What the figures of a reading are called, and how each was worked out: what the provider calls an outcome gives way to the heading under which
/// it stands, and stays beside it.
struct FigureNames: Sendable {
    private struct Place: Sendable {
        let heading: AccountInWords.Heading
        let line: AccountInWords.Line
    }

    private let account: SealedAccount
    private let places: [String: Place]

    init(_ reading: AccountInWords) {
        account = reading.account
        var places: [String: Place] = [:]
        for heading in reading.headings {
            for line in heading.lines {
                for figure in line.outcome.figures { places[figure.id] = Place(heading: heading, line: line) }
            }
        }
        self.places = places
    }

    /// A figure's name; nil where the account has no such figure.
    func name(_ id: String) -> HTML? {
        guard let name = account.names[id] else { return nil }
        guard let place = places[id], let words = name.firstRange(of: place.line.outcome.words) else {
            return said(name)
        }
        return .group([
            said(String(name[..<words.lowerBound])), HTML.words(place.heading.words),
            said(String(name[words.upperBound...])),
            div(.classes("said-otherwise")) {
                place.line.likeness > .exact ? phrase(place.line.likeness.standing) : .nothing
                place.line.likeness > .exact ? verbatim(" ") : .nothing
                "In the provider’s words: \(place.line.outcome.words)"
            },
        ])
    }

    func derivation(of figure: Figure) -> HTML {
        DerivationView(
            figure, period: account.period.map { Phrase(verbatim: $0) }, language: account.language, name: name
        ).body
    }

    private func said(_ text: String) -> HTML {
        text.isEmpty ? .nothing : span(.lang(account.language)) { verbatim(text) }
    }
}
