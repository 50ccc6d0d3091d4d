package import Documents
package import Words

/// One reason why a workbook can't be taken as it is: where, what is there, what was expected and how to mend it.
package struct ImportProblem: Error, Sendable, Equatable {
    /// A stable, searchable code (`IMP-012`).
    package var code: String
    /// Nil where the problem is the whole file or a whole sheet.
    package var cell: CellReference?
    package var sheet: String?
    package var found: String
    package var expected: Phrase
    package var mend: Phrase
    /// For a question that only a person can answer: the `--take` values that answer it, best first.
    package var takes: [String]

    package init(
        code: String, cell: CellReference? = nil, sheet: String? = nil, found: String, expected: Phrase, mend: Phrase,
        takes: [String] = []
    ) {
        self.code = code
        self.cell = cell
        self.sheet = sheet ?? cell?.sheet
        self.found = found
        self.expected = expected
        self.mend = mend
        self.takes = takes
    }

    /// A file that is no workbook that we can read, as the same kind of problem.
    package init(_ refusal: FileRefusal) {
        self.init(
            code: refusal.code, found: "", expected: refusal.sentence, mend: refusal.mend)
    }
}
