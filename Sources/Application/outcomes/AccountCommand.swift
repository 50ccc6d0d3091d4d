import Configuration
import Documents
import FoundationEssentials
import Words
import Workbooks

/// Turns a provider's workbook into an account: a page, a PDF, a workbook and JSON.
struct AccountCommand: Command {
    static let name = "account"
    static let summary: Phrase = "Turn a provider’s workbook into an account that anyone can check."
    static let synopsis = "WORKBOOK … --out DIR [options]"
    static let explanation: [Phrase] = [
        "Writes account.html, account.pdf, account.xlsx and account.json into DIR, and the provider’s own working copy into DIR/own.",
        "A workbook that can’t be taken is refused whole: the problems are listed, DIR/problems.json and DIR/marked.xlsx show each in its place, and no account is made.",
        "Of several workbooks each gets a folder of its own in DIR, named after its file; one that can’t be taken doesn’t hold up the others.",
        "The same workbook, options, date and version give the same bytes.",
    ]
    static let example = "account workbook.xlsx --out account"
    static let options =
        [Option("out", value: "DIR", "The folder to write to. It is made where it is missing.")] + WorkbookOptions.all
        + [Option("date", value: "YYYY-MM-DD", "The date of the account; today where it is not given.")]

    private let workbooks: [String]
    private let folder: String
    private let options: ImportOptions
    private let given: [String]
    private let date: CivilDate?

    init(_ arguments: Arguments) throws(UsageError) {
        workbooks = arguments.operands
        guard !workbooks.isEmpty else { throw UsageError("account needs a workbook.") }
        if let name = Self.twice(workbooks.map(folderName)) {
            throw UsageError("Two workbooks would go to one folder, “\(name)”. Rename one, or make them one at a time.")
        }
        guard let folder = arguments.value("out"), !folder.isEmpty else {
            throw UsageError("account needs a folder to write to: --out DIR.")
        }
        self.folder = folder
        options = ImportOptions(arguments)
        given = Self.options.flatMap { option in
            ["out", "date"].contains(option.name)
                ? [] : arguments.values(option.name).map { "--\(option.name)=\($0)" }
        }
        guard let text = arguments.value("date") else {
            date = nil
            return
        }
        guard let date = CivilDate(text) else {
            throw UsageError("“\(text)” is not a date. Write it as year, month and day: 2026-03-31.")
        }
        self.date = date
    }

    func run(in world: World) async throws -> ExitStatus {
        let settings = try world.settings()
        let scratch: ScratchPlace
        do { scratch = try ScratchPlace() } catch {
            world.complain(error.sentence)
            return .failure
        }
        let workers = DocumentWorkers(in: WorkerPlace(settings, scratch: scratch.path))
        var ends: [Result<ExitStatus, any Error>] = []
        for workbook in workbooks {
            let one = WorkbookToAccount(
                workbook: workbook, folder: workbooks.count == 1 ? folder : "\(folder)/\(folderName(workbook))",
                options: options, given: given, date: date, settings: settings, workers: workers,
                world: workbooks.count == 1 ? world : world.naming(fileName(workbook)))
            ends.append(await one.run())
        }
        await workers.stop()
        return try ends.map { try $0.get() }.max { $0.gravity < $1.gravity } ?? .success
    }

    private static func twice(_ names: [String]) -> String? {
        var seen: Set<String> = []
        return names.first { !seen.insert($0.lowercased()).inserted }
    }
}

extension ExitStatus {
    /// Of several ends the gravest is told.
    fileprivate var gravity: Int {
        switch self {
        case .success: 0
        case .refused: 1
        case .failure: 2
        case .usage: 3
        }
    }
}

extension World {
    /// The same, with whose line it is before every line.
    fileprivate func naming(_ name: String) -> World {
        var named = self
        named.writeOutput = { writeOutput(Array("\(name): ".utf8) + $0) }
        named.writeError = { writeError(Array("\(name): ".utf8) + $0) }
        return named
    }
}

func fileName(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

/// What the folder of a workbook's account is called: as its file, without the ending.
private func folderName(_ path: String) -> String {
    let name = fileName(path)
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
}
