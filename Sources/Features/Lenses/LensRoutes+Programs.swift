import Accounts
import CanonicalJSON
import Lookup
import Publishing
import Vocabulary
import Web
import Words

extension LensRoutes {
    private static let most = 10_000

    static let listing = Operation(
        "listWordLists", in: "words", "Lists the lists of words in which accounts can be read",
        explanation: "The key of one goes with listFigures, and stands in the addresses of accounts in other words.",
        answers: [
            .init(
                200, "The lists.",
                .named(
                    "WordLists",
                    .record([
                        .init(
                            "items",
                            .list(
                                of: .record([
                                    .init("key", .line(1...64)), .init("title", .text),
                                    .init("language", .orNull(.text), "Of the title."),
                                ]), most: most))
                    ])))
        ])

    func list(_ request: Request) async throws -> Reply {
        let choices = try await source.choices(request.catalogue.language.code)
        return .json([
            "items": .array(
                choices.prefix(Self.most).map { choice in
                    [
                        "key": .string(choice.key), "title": .string(choice.title.words),
                        "language": .text(choice.title.language),
                    ]
                })
        ])
    }
}

extension AccountInWords {
    /// By figure, for programs; none for what the scheme has no words for.
    func figures(of choice: LensSource.Choice) -> FiguresInWords {
        FiguresInWords(
            key: choice.key, title: scheme.words, language: scheme.language, isInUse: choice.isInUse,
            digest: account.reference.digest,
            headings: figureHeadings)
    }

    private var figureHeadings: [FigureHeading] {
        headings.flatMap { heading in
            heading.lines.flatMap { line in
                line.outcome.figures.map { figure in
                    FigureHeading(
                        figure: figure.id, words: heading.words.words, language: heading.words.language,
                        code: heading.code, above: heading.above.map(\.words), likeness: line.likeness.code)
                }
            }
        }
    }
}
