import Documents
import Web
import Workbooks

extension ImportAPI {
    private static let group = "imports"
    private static let links = ["readImport", "answerQuestions", "acceptImport", "takeBack"].map { Operation.Link($0) }
    private static let piece = ["id": "The import."]

    /// Kinds that a workbook may be said to be. What it is, its content tells.
    static let types = [
        MediaType.xlsx, "application/vnd.ms-excel.sheet.macroEnabled.12",
        "application/vnd.oasis.opendocument.spreadsheet", "text/csv", "application/octet-stream",
    ]

    static let listing = Operation(
        "listImports", in: group, "Lists the workbooks that were read, the newest first",
        query: [.page],
        answers: [
            .init(
                200, "A page of the list.",
                .page(
                    of: .named(
                        "ImportLine",
                        .record([.init("id", .identifier), .init("fileName", .text), .init("created", .moment)]))),
                links: [.init("readImport", ["id": "$response.body#/items/0/id"])])
        ])

    static let sending = Operation(
        "sendWorkbook", in: group, "Sends a workbook, to be read",
        explanation:
            "The body is the file itself. It is read as soon as it is its turn; ask at the address in Location until it is. The file is not kept, and neither is what tells who people are.",
        query: [.init("name", .line(1...200), "What the file is called.")]
            + ImportOptions.texts.map { name, _ in
                .init(name, .line(0...200), "Stated beside the workbook, as in the form of the website.")
            },
        answers: [.init(202, "It waits to be read.", ImportedState.schema, hasLocation: true, links: links)],
        problems: [.uploadsWait])

    static let reading = Operation(
        "readImport", in: group, "Reads what was understood of a workbook, and what is to be answered or mended",
        pieces: piece, answers: [.init(200, "The import.", ImportedState.schema, links: links)],
        problems: [.takenBack])

    static let answering = Operation(
        "answerQuestions", in: group, "Answers questions that only a person can answer",
        explanation: "Answers are remembered for the next workbook with such columns.",
        pieces: piece,
        takes: .named(
            "Answers",
            .record([
                .init(
                    "answers", .list(of: .text(1...1_000), most: 25),
                    "Each as it stands among the answers of a problem.")
            ])), answers: [.init(200, "The import with the answers.", ImportedState.schema)],
        problems: [.takenBack, .notRead, .notAsked])

    static let takingBack = Operation(
        "takeBack", in: group, "Takes a workbook back, or stops its reading",
        explanation: "What was read is removed, and so are drafts made from it. Published accounts stay.",
        pieces: piece, answers: [.init(204, "It is gone.", nil)], problems: [.takenBack, .notRead])
}
