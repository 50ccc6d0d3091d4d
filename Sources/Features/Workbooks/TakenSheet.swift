package import Documents
package import Words

/// One table and what it was taken for. Mostly it is all of a sheet and bears its name.
package struct TakenSheet: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable { case valueMap, participants, ownWords, about, notUsed }

    package var name: String
    package var kind: Kind
    package var headerRow: Int?
    package var columns: [TakenColumn]
    /// The block of a sheet that is meant, where several tables stand on it; nil for all of a sheet.
    package var area: CellRange?

    /// The sheet on which it stands, which has the same name unless another table of the sheet bears that.
    package var sheet: String { area?.sheet ?? name }

    package init(name: String, kind: Kind, headerRow: Int?, columns: [TakenColumn], area: CellRange? = nil) {
        self.name = name
        self.kind = kind
        self.headerRow = headerRow
        self.columns = columns
        self.area = area
    }
}

/// One column and what it was taken for. `meaning` is a stable code that `--take` and the form accept (`deadweight`).
package struct TakenColumn: Sendable, Equatable {
    package enum Basis: String, Sendable { case recognised, guessed, chosen, remembered }

    package var column: Int
    package var header: String
    package var meaning: String
    package var basis: Basis
    /// The first few values, as text, so that a person can see whether the guess is right; empty for columns left unread.
    package var examples: [String]
    /// A sentence that says how it was read, where that is worth saying ("25 % of the change is due to others").
    package var reading: Phrase?

    package init(
        column: Int, header: String, meaning: String, basis: Basis, examples: [String], reading: Phrase? = nil
    ) {
        self.column = column
        self.header = header
        self.meaning = meaning
        self.basis = basis
        self.examples = examples
        self.reading = reading
    }
}
