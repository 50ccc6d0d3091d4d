package import Workbooks
package import FoundationEssentials
package import Words

/// One row of the table of meanings: what it is called, how to explain it, and the names that people give it.
///
/// The same table feeds the choices of the preview, the help of `--take` and the worked template, so they can't differ.
package struct ColumnMeaning: Sendable, Equatable {
    /// A value of the worked template's example, typed as a spreadsheet would hold it.
    package enum Example: Sendable, Equatable {
        case blank
        case text(Phrase)
        /// Text that is the same in every language, such as a code for a person.
        case code(String)
        case number(Decimal)
        /// A share from 0 to 1, shown with a percent format.
        case percent(Decimal)
        case money(Decimal)
        case date(year: Int, month: Int, day: Int)
    }

    package let meaning: Meaning
    package let sheet: TakenSheet.Kind
    /// The heading in the worked template.
    package let name: Phrase
    /// The choice in the preview; the name, unless that is only an example of what such a column is called.
    package let choice: Phrase
    package let explanation: Phrase
    package let isRequired: Bool
    /// Whether the worked template has this column.
    package let isInTemplate: Bool
    /// The worked template's example, one value a row; all columns of a sheet tell one story.
    package let examples: [Example]
    /// Names that mean this and hardly anything else.
    package let names: [String]
    /// Names that mean this unless a column with one of `names` is there.
    package let looseNames: [String]

    package var code: String { meaning.rawValue }

    package init(
        _ meaning: Meaning, _ sheet: TakenSheet.Kind, _ name: Phrase, _ explanation: Phrase, required: Bool = false,
        template: Bool = true, choice: Phrase? = nil, examples: [Example] = [], names: [String] = [],
        loose: [String] = []
    ) {
        self.meaning = meaning
        self.sheet = sheet
        self.name = name
        self.choice = choice ?? name
        self.explanation = explanation
        self.isRequired = required
        self.isInTemplate = template
        self.examples = examples
        self.names = names
        self.looseNames = loose
    }
}

extension ColumnMeaning {
    package static let all: [ColumnMeaning] = valueMap + participants + about + ownWords

    /// The meanings that a column, or a line, of such a sheet can be taken for.
    package static func choices(for sheet: TakenSheet.Kind) -> [ColumnMeaning] {
        switch sheet {
        case .valueMap: valueMap
        case .participants: participants
        case .about: about
        case .ownWords: ownWords
        case .notUsed: []
        }
    }

    package static func of(_ meaning: Meaning, in sheet: TakenSheet.Kind) -> ColumnMeaning? {
        choices(for: sheet).first { $0.meaning == meaning }
    }
}
