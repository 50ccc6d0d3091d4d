import Accounts
package import FoundationEssentials
package import Vocabulary

/// A published account read in the words of a scheme: the same figures under other headings.
///
/// Each outcome stands under one heading, or at the end among what the scheme has no words for: what all of them are worth together is the same through
/// every lens.
package struct AccountInWords: Sendable {
    /// An outcome under a heading.
    package struct Line: Sendable {
        package let outcome: SealedAccount.Outcome
        package let likeness: Likeness
        /// Other headings under which it could stand as well.
        package let also: [Text]
    }

    package struct Heading: Sendable {
        package let words: Text
        /// The headings above it in the scheme, the widest first.
        package let above: [Text]
        package let definition: Text?
        package let lines: [Line]

        /// What the outcomes under it are worth together; nil where none is valued, or one may not be shown.
        package var worth: Decimal? { AccountInWords.worth(of: lines.map(\.outcome)) }
    }

    package let account: SealedAccount
    /// What the scheme is called.
    package let scheme: Text
    package let headings: [Heading]
    /// Not in these words.
    package let rest: [SealedAccount.Outcome]

    package var worthOfRest: Decimal? { Self.worth(of: rest) }

    /// - Parameters:
    ///   - reading: the account's outcomes through the lens.
    ///   - concepts: those that ``named(in:by:)`` names, by IRI.
    ///   - language: the reader's, in which the scheme's words are shown as far as it has them.
    package init(
        _ account: SealedAccount, _ reading: LensReading<SealedAccount.Outcome>, through lens: Lens,
        called scheme: Text, concepts: [String: Concept], language: String
    ) {
        func shown(_ id: String) -> Text { concepts[id]?.label(for: language) ?? Text(id, in: nil) }
        let headings = reading.groups.map { group in
            Heading(
                words: shown(group.concept), above: lens.above(group.concept).map(shown),
                definition: concepts[group.concept]?.notes(.definition, for: language).first,
                lines: group.lines.map { line in
                    Line(outcome: line.item, likeness: line.match.likeness, also: line.match.also.map(shown))
                })
        }
        self.account = account
        self.scheme = scheme
        rest = reading.rest
        // What belongs together in the scheme stands together, in the order in which the account came to it.
        var tops: [String] = []
        for heading in headings where !tops.contains(heading.top) { tops.append(heading.top) }
        self.headings = tops.flatMap { top in headings.filter { $0.top == top } }
    }

    /// The IRIs of the concepts whose words a reading shows.
    package static func named(in reading: LensReading<SealedAccount.Outcome>, by lens: Lens) -> Set<String> {
        var ids: Set<String> = []
        for group in reading.groups {
            ids.insert(group.concept)
            ids.formUnion(lens.above(group.concept))
            for line in group.lines { ids.formUnion(line.match.also) }
        }
        return ids
    }

    private static func worth(of outcomes: [SealedAccount.Outcome]) -> Decimal? {
        let valued = outcomes.filter { !$0.isMeasured }
        let amounts = valued.compactMap { $0.worth?.value }
        return amounts.isEmpty || amounts.count < valued.count ? nil : amounts.reduce(0, +)
    }
}

extension AccountInWords.Heading {
    fileprivate var top: String { (above.first ?? words).words }
}
