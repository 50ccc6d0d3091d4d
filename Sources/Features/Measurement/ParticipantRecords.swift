/// The people of a participants' sheet, without anything that names them: groups, measures and characteristics by position.
///
/// - Shape: every array has `people` entries, one a person, in the order in which each person is first met in the sheet.
package struct ParticipantRecords: Sendable, Equatable {
    package var sheet: String
    /// The sheet's rows that hold people, from 0 as in `CellRange`.
    package var rows: ClosedRange<Int>
    package var people: Int
    /// Where there is a comparison group: the column that says so, what it says for the programme, and who is on it.
    package var comparison: Comparison?
    package var measures: [MeasureRecords]
    package var characteristics: [CharacteristicRecords]
    /// First and last date among the records, packed as year * 10,000 + month * 100 + day.
    package var dates: ClosedRange<Int>?
    package var hiddenRows: Int
    /// The sheet on which the same people were measured after, where that is another one.
    package var later: LaterSheet?
    /// Where the rows stand, where they are those of several sheets of one shape; empty for one sheet.
    package var parts: [SheetPart] = []

    /// The sheets that hold the people.
    package var sheets: [String] { parts.isEmpty ? [sheet] : parts.map(\.sheet) }

    package init(
        sheet: String, rows: ClosedRange<Int>, people: Int, comparison: Comparison?, measures: [MeasureRecords],
        characteristics: [CharacteristicRecords], dates: ClosedRange<Int>? = nil, hiddenRows: Int = 0
    ) {
        self.sheet = sheet
        self.rows = rows
        self.people = people
        self.comparison = comparison
        self.measures = measures
        self.characteristics = characteristics
        self.dates = dates
        self.hiddenRows = hiddenRows
    }

    /// Who is on the programme; everybody where there is no comparison group.
    package func isOnProgramme(_ person: Int) -> Bool { comparison?.onProgramme[person] ?? true }
}

package struct Comparison: Sendable, Equatable {
    package var column: Int
    package var header: String
    /// The cell texts that mean "on the programme" and "comparison" (`Yes`, `No`).
    package var programmeText: String
    package var comparisonText: String
    package var onProgramme: [Bool]

    package init(column: Int, header: String, programmeText: String, comparisonText: String, onProgramme: [Bool]) {
        self.column = column
        self.header = header
        self.programmeText = programmeText
        self.comparisonText = comparisonText
        self.onProgramme = onProgramme
    }
}

/// A sheet with what was measured of people after, whose other facts stand on the sheet with what was measured before.
package struct LaterSheet: Sendable, Equatable {
    package var sheet: String
    package var rows: ClosedRange<Int>

    package init(sheet: String, rows: ClosedRange<Int>) {
        self.sheet = sheet
        self.rows = rows
    }
}

/// One thing that was measured, before (where it was) and after; `nil` where a person has no value.
package struct MeasureRecords: Sendable, Equatable {
    package enum Layout: Sendable, Equatable {
        /// Before and after stand in two columns; `before` is nil where there was one measurement only.
        case columns(before: Int?, after: Int)
        /// One column; a person's first and last date are before and after.
        case dated(column: Int, date: Int)
        /// Before and after stand on two sheets, each in a column of its own.
        case sheets(before: Int, after: Int)
    }

    package var name: String
    package var beforeHeader: String?
    package var afterHeader: String
    package var layout: Layout
    /// Currency of the measure where its format, header or sheet title names one (`USD`); else nil.
    package var currency: String?
    package var higherIsBetter: Bool
    /// The change that matters by the instrument's own threshold, where the name is a known instrument's.
    package var threshold: Double?
    /// Whether the scores were worked out from raw totals in the cells, by the questionnaire’s own table.
    package var isConverted: Bool
    /// What answers in words were counted as: each step of their scale, whether anybody gave it or not. Empty where the scores are numbers, or yes and no.
    package var answers: [ScoredAnswer]
    /// What tells the rows of this measure from those of others; nil where every row is of every measure.
    package var only: RowCondition?
    package var before: [Double?]
    package var after: [Double?]

    package init(
        name: String, beforeHeader: String?, afterHeader: String, layout: Layout, currency: String? = nil,
        higherIsBetter: Bool = true, threshold: Double? = nil, isConverted: Bool = false,
        answers: [ScoredAnswer] = [], before: [Double?], after: [Double?]
    ) {
        self.name = name
        self.beforeHeader = beforeHeader
        self.afterHeader = afterHeader
        self.layout = layout
        self.currency = currency
        self.higherIsBetter = higherIsBetter
        self.threshold = threshold
        self.isConverted = isConverted
        self.answers = answers
        self.before = before
        self.after = after
    }
}

/// `B = Loneliness`: what stands in a column of the rows that are meant.
package struct RowCondition: Sendable, Equatable {
    package var column: Int
    package var text: String

    package init(column: Int, text: String) {
        self.column = column
        self.text = text
    }
}

/// An answer in words, and the number that it was counted as.
package struct ScoredAnswer: Sendable, Equatable {
    package var text: String
    package var score: Double

    package init(text: String, score: Double) {
        self.text = text
        self.score = score
    }
}

/// Something about people that is not an outcome, such as married (as categories) or age (as numbers, shown in bands).
package struct CharacteristicRecords: Sendable, Equatable {
    package enum Values: Sendable, Equatable {
        case categories([String?])
        case numbers([Double?])
    }

    package var name: String
    package var column: Int
    package var values: Values

    package init(name: String, column: Int, values: Values) {
        self.name = name
        self.column = column
        self.values = values
    }
}
