import Tables
import Vocabulary
import Words

/// Why a table of concepts or of texts can't be taken.
struct TableRefusal: Error {
    let file: String
    let sentence: Phrase
}

/// A table that was read from a file, with the file's name for what is to be said about it.
struct TableFile: Sendable {
    let name: String
    let table: CSVTable

    static let mostBytes = 200_000_000

    static func read(_ path: String) throws(TableRefusal) -> TableFile {
        let bytes: [UInt8]
        do { bytes = try InputFile.bytes(path: path, limit: mostBytes) } catch {
            throw TableRefusal(file: path, sentence: error.detail)
        }
        do { return TableFile(name: path, table: try CSVTable(bytes)) } catch {
            throw TableRefusal(file: path, sentence: error.sentence)
        }
    }

    func refusal(_ sentence: Phrase) -> TableRefusal { TableRefusal(file: name, sentence: sentence) }

    func column(_ name: String) throws(TableRefusal) -> Int {
        guard let column = table.column(name) else {
            throw refusal("There is no column “\(name)”. It has \(table.columns.joined(separator: ", ")).")
        }
        return column
    }
}

/// A vocabulary as a table: in the shape of the UK Charity Activity Tags, or in that of ICNP/TSO. Its headings say which.
struct VocabularyTable: Sendable {
    /// In which column a table of texts has the codes that people gave.
    let codesColumn: String
    let subjects: [Subject]

    init(_ file: TableFile) throws(TableRefusal) {
        if file.table.column("Sub-group") != nil {
            codesColumn = "ICNPTSO"
            subjects = try Self.classified(file)
        } else {
            codesColumn = "UKCAT"
            subjects = try Self.tagged(file)
        }
        guard !subjects.isEmpty else { throw file.refusal("There is no concept in it.") }
        var seen: Set<String> = []
        for subject in subjects where !seen.insert(subject.code).inserted {
            throw file.refusal("The code “\(subject.code)” stands there twice.")
        }
    }

    /// Code, tag, category, subcategory and level; expressions and notes where there are any.
    private static func tagged(_ file: TableFile) throws(TableRefusal) -> [Subject] {
        let table = file.table
        let code = try file.column("Code")
        let tag = try file.column("tag")
        let category = table.column("Category")
        let subcategory = table.column("Subcategory")
        let level = table.column("Level")
        let notes = table.column("Notes")
        let expression = table.column("Regular expression")
        let exclusion = table.column("Exclude regular expression")
        func cell(_ row: CSVTable.Row, _ column: Int?) -> String { column.map { row.cells[$0] } ?? "" }

        var heads: [String: String] = [:]
        for row in table.rows where ["1", "2"].contains(cell(row, level)) {
            heads[cell(row, category) + "\n" + cell(row, subcategory)] = row.cells[code]
        }
        let headCodes = Set(heads.values)
        var subjects: [Subject] = []
        for row in table.rows {
            guard !row.cells[code].isEmpty else { throw file.refusal("Line \(row.line): there is no code.") }
            let isHead = headCodes.contains(row.cells[code])
            let near = heads[cell(row, category) + "\n" + cell(row, subcategory)]
            let top = heads[cell(row, category) + "\n"]
            let broader = isHead ? (top == row.cells[code] ? nil : top) : near ?? top
            let note = cell(row, notes)
            subjects.append(
                Subject(
                    code: row.cells[code], labels: [row.cells[tag]], notes: note.isEmpty ? [] : [note],
                    expression: try Self.expression(cell(row, expression), row, file),
                    exclusion: try Self.expression(cell(row, exclusion), row, file), broader: broader))
        }
        return subjects
    }

    private static func expression(_ text: String, _ row: CSVTable.Row, _ file: TableFile) throws(TableRefusal)
        -> WordPattern?
    {
        guard !text.isEmpty else { return nil }
        do { return try WordPattern(text) } catch {
            switch error {
            case .tooLong(let limit):
                throw file.refusal("Line \(row.line): an expression is longer than \(limit) bytes.")
            case .malformed(let offset, let reason):
                throw file.refusal(
                    "Line \(row.line): the expression “\(text)” can’t be read, at its byte \(offset): \(reason).")
            case .outOfMemory: throw file.refusal("Line \(row.line): there is not enough memory for the expression.")
            }
        }
    }

    /// Section, group and sub-group: the narrowest that a row has is its code.
    private static func classified(_ file: TableFile) throws(TableRefusal) -> [Subject] {
        let table = file.table
        let levels = [
            try file.column("Section"), try file.column("Group"), try file.column("Sub-group"),
        ]
        let title = try file.column("Title")
        let notes = table.column("Notes")
        var subjects: [Subject] = []
        for row in table.rows {
            let path = levels.map { row.cells[$0] }.filter { !$0.isEmpty }
            guard let code = path.last else { throw file.refusal("Line \(row.line): there is no code.") }
            let note = notes.map { row.cells[$0] } ?? ""
            subjects.append(
                Subject(
                    code: code, labels: [row.cells[title]], notes: note.isEmpty ? [] : [note],
                    broader: path.dropLast().last))
        }
        return subjects
    }
}

/// Texts as a table: org_id, name, activities and objects, and perhaps the codes that people gave.
struct TextTable: Sendable {
    struct Row: Sendable {
        let id: String
        let wording: Wording
    }

    let rows: [Row]
    private let file: TableFile

    init(_ file: TableFile) throws(TableRefusal) {
        self.file = file
        let id = try file.column("org_id")
        let name = try file.column("name")
        let activities = file.table.column("activities")
        let objects = file.table.column("objects")
        rows = file.table.rows.map { row in
            Row(
                id: row.cells[id],
                wording: Wording(
                    title: row.cells[name], description: activities.map { row.cells[$0] } ?? "",
                    formal: objects.map { row.cells[$0] } ?? ""))
        }
    }

    /// The texts with the codes of a column, which stand between semicolons.
    ///
    /// - Throws: where a code isn't one of `vocabulary`.
    func taught(_ vocabulary: VocabularyTable) throws(TableRefusal) -> [TaughtText] {
        let column = try file.column(vocabulary.codesColumn)
        let known = Set(vocabulary.subjects.map(\.code))
        var taught: [TaughtText] = []
        for (row, line) in zip(rows, file.table.rows) {
            let codes = line.cells[column].split(separator: ";").map { code in
                String(code.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
            }
            for code in codes where !known.contains(code) {
                throw file.refusal("Line \(line.line): “\(code)” is no code of the vocabulary.")
            }
            taught.append(TaughtText(row.wording, codes: Set(codes)))
        }
        return taught
    }
}

extension CSVProblem {
    var sentence: Phrase {
        switch self {
        case .empty: "The file is empty. A table needs a row that names its columns."
        case .notUTF8(let line): "Line \(line): this is not UTF-8."
        case .openQuote(let line): "Line \(line): a quote begins here and never ends."
        case .strayQuote(let line):
            "Line \(line): a quote stands in the middle of a cell. Write it twice, and quotes around the cell."
        case .cells(let line, let found, let expected):
            "Line \(line): there are \(found) cells, but \(expected) columns."
        case .columnTwice(let name): "Two columns are called “\(name)”."
        case .tooManyRows(let limit): "There are more than \(limit) rows, which is the most that is read."
        case .tooManyColumns(let line, let limit): "Line \(line): there are more than \(limit) columns."
        case .cellTooLong(let line, let limit): "Line \(line): a cell is longer than \(limit) bytes."
        }
    }
}
