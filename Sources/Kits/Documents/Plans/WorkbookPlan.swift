/// A workbook to be written, cell by cell. Formulas carry the value that we worked out, for viewers that don't recalculate.
package struct WorkbookPlan: Sendable, Equatable {
    package var title: String
    package var author: String?
    /// A language tag (`en`, `cy`); decides how Excel spells dates.
    package var language: String
    /// The document's date, `2026-03-31`: it stands for the clock, so that the same plan gives the same bytes.
    package var date: String
    package var sheets: [PlannedSheet]
    /// Names for cells and ranges: `ratio` to `'What it is worth'!$C$20`.
    package var names: [PlannedName]

    package init(
        title: String, author: String? = nil, language: String = "en", date: String, sheets: [PlannedSheet],
        names: [PlannedName] = []
    ) {
        self.title = title
        self.author = author
        self.language = language
        self.date = date
        self.sheets = sheets
        self.names = names
    }
}

package struct PlannedName: Sendable, Equatable {
    package var name: String
    /// Without the equals sign: `'What it is worth'!$C$20`.
    package var refersTo: String

    package init(_ name: String, refersTo: String) {
        self.name = name
        self.refersTo = refersTo
    }
}
