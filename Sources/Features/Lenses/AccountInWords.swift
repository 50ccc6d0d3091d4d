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
        /// Its code in the scheme, by which the scheme orders its headings.
        package let code: String?
        /// The headings above it in the scheme, the widest first.
        package let above: [Text]
        /// The codes of those, and its own.
        fileprivate let codes: [String?]
        package let definition: Text?
        package let lines: [Line]

        /// What the outcomes under it are worth together; nil where none is valued, or one may not be shown.
        package var worth: Decimal? { AccountInWords.worth(of: lines.map(\.outcome)) }
    }

    /// What stands together in the scheme: under one of its widest headings, or of the next ones where all stand under the same.
    package struct Group: Sendable {
        package let words: Text
        /// How many headings lie above the one that the group is named for.
        package let depth: Int
        package let headings: [Heading]

        package var lines: [Line] { headings.flatMap(\.lines) }
        /// What all of it is worth together, as of a heading.
        package var worth: Decimal? { AccountInWords.worth(of: lines.map(\.outcome)) }
    }

    package let account: SealedAccount
    /// What the scheme is called.
    package let scheme: Text
    package let groups: [Group]
    /// Not in these words.
    package let rest: [SealedAccount.Outcome]

    package var headings: [Heading] { groups.flatMap(\.headings) }

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
            let above = lens.above(group.concept)
            return Heading(
                words: shown(group.concept), code: concepts[group.concept]?.notation, above: above.map(shown),
                codes: (above + [group.concept]).map { concepts[$0]?.notation },
                definition: concepts[group.concept]?.notes(.definition, for: language).first,
                lines: group.lines.map { line in
                    Line(outcome: line.item, likeness: line.match.likeness, also: line.match.also.map(shown))
                })
        }
        self.account = account
        self.scheme = scheme
        rest = reading.rest
        // What belongs together in the scheme stands together: by its codes, or else as the account came to it.
        let depth = Self.depth(headings)
        var groups: [Group] = []
        for heading in Self.ordered(headings, by: { $0.codes[depth] }) {
            let words = heading.path[depth]
            guard !groups.contains(where: { $0.words == words }) else { continue }
            let own = headings.filter { $0.path[depth] == words }
            // What the group is named for comes before what lies under it.
            let (chief, others) = (own.filter { $0.above.count == depth }, own.filter { $0.above.count > depth })
            groups.append(Group(words: words, depth: depth, headings: chief + Self.ordered(others, by: \.code)))
        }
        self.groups = groups
    }

    /// How many of the widest headings all have in common.
    private static func depth(_ headings: [Heading]) -> Int {
        guard let first = headings.first, headings.count > 1 else { return 0 }
        var depth = 0
        while headings.allSatisfy({ $0.path.count > depth + 1 && $0.path[depth] == first.path[depth] }) { depth += 1 }
        return depth
    }

    private static func ordered(_ headings: [Heading], by code: (Heading) -> String?) -> [Heading] {
        let coded = headings.compactMap { heading in code(heading).map { (code: $0, heading: heading) } }
        guard coded.count == headings.count else { return headings }
        // The sort is stable; 10 comes after 9.
        return coded.sorted { one, other in
            if let first = Int(one.code), let second = Int(other.code) { first < second } else { one.code < other.code }
        }
        .map(\.heading)
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
    fileprivate var path: [Text] { above + [words] }
}
