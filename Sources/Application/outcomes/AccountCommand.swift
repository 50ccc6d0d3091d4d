import Accounts
import CanonicalJSON
import Configuration
import Crypto
import Documents
import FoundationEssentials
import Reading
import Reckoning
import Renderings
import Words
import Workbooks

/// Turns a provider's workbook into an account: a page, a PDF, a workbook and JSON.
struct AccountCommand: Command {
    static let name = "account"
    static let summary: Phrase = "Turn a provider’s workbook into an account that anyone can check."
    static let synopsis = "WORKBOOK --out DIR [options]"
    static let explanation: [Phrase] = [
        "Writes account.html, account.pdf, account.xlsx and account.json into DIR, and the provider’s own working copy into DIR/own.",
        "A workbook that can’t be taken is refused whole: the problems are listed, DIR/problems.json and DIR/marked.xlsx show each in its place, and no account is made.",
        "The same workbook, options, date and version give the same bytes.",
    ]
    static let example = "account workbook.xlsx --out account"
    static let options =
        [Option("out", value: "DIR", "The folder to write to. It is made where it is missing.")] + WorkbookOptions.all
        + [Option("date", value: "YYYY-MM-DD", "The date of the account; today where it is not given.")]

    private let workbook: String
    private let folder: String
    private let options: ImportOptions
    private let given: [String]
    private let date: CivilDate?

    init(_ arguments: Arguments) throws(UsageError) {
        workbook = try arguments.onlyOperand(missing: "account needs a workbook.")
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
        let output = OutputFolder(folder)
        do {
            try output.prepare()
            let scratch = try ScratchPlace()
            let workers = DocumentWorkers(in: WorkerPlace(settings, scratch: scratch.path))
            let result = await account(settings, workers, output, world)
            await workers.stop()
            return try result.get()
        } catch let problem as OutputProblem {
            world.complain(problem.sentence)
            return .failure
        } catch let problem as WorkerProblem {
            world.complain("\(problem.sentence) \(problem.mend) (\(problem.code))")
            return .failure
        } catch AccountError.worker(let problem) {
            world.complain("\(problem.sentence) \(problem.mend) (\(problem.code))")
            return .failure
        } catch let problem as AccountError {
            world.complain(problem.explanation)
            return .failure
        }
    }

    private func account(
        _ settings: Settings, _ workers: DocumentWorkers, _ output: OutputFolder, _ world: World
    ) async -> Result<ExitStatus, any Error> {
        do {
            // All processes start while the workbook is read: they are needed soon, and they are slow to start.
            async let warm: Void = workers.warm()
            let read = try await workers.read(workbook)
            let status: ExitStatus
            switch understand(read, options: options) {
            case .understood(let understanding):
                do {
                    try await write(understanding, of: read, settings, workers, output, world)
                    status = .success
                } catch let problem as AccountError where problem.isRefusal {
                    let found = ImportProblem(
                        code: problem.code, cell: problem.cell, found: "",
                        expected: "Figures that an account can be made of.", mend: problem.explanation)
                    status = try await refuse([found], understanding.sheets, workers, output, world)
                }
            case .refused(let problems, let preview):
                status = try await refuse(problems, preview, workers, output, world)
            }
            await warm
            return .success(status)
        } catch WorkerProblem.refused(let refusal) {
            return Result { try refuse([ImportProblem(refusal)], marked: nil, output, world) }
        } catch {
            return .failure(error)
        }
    }

    private func write(
        _ understanding: Understanding, of read: Workbook, _ settings: Settings, _ workers: DocumentWorkers,
        _ output: OutputFolder, _ world: World
    ) async throws {
        let catalogue = try Catalogues(folder: settings.home + "/words")[understanding.about.language.value]
        let style = try InputFile.bytes(path: settings.home + "/assets/style.css", limit: 1 << 20)
        let facts = AccountFacts(
            date: date ?? world.today(), version: Version.current, workbookName: fileName(workbook),
            workbookDigest: try digest(settings), options: given)
        let account = try Account(of: understanding, facts: facts)
        let maker = RenderAccount(
            worker: workers, catalogue: catalogue, style: String(decoding: style, as: UTF8.self))
        var files: [(String, [UInt8])] = []
        if let own = WorkingWorkbook(understanding, of: read, in: catalogue, date: facts.date) {
            files.append(("own/working.xlsx", try await workers.write(own.plan())))
        }
        let made = try await maker.run(account)
        files += [
            ("account.html", made.html), ("account.pdf", made.pdf), ("account.xlsx", made.xlsx),
            ("account.json", made.json),
        ]
        try output.write(files)
        for sentence in account.finding { world.say(sentence) }
        for note in understanding.notes { world.say(note) }
        world.say("The account is in \(folder): account.html, account.pdf, account.xlsx and account.json.")
    }

    private func digest(_ settings: Settings) throws -> String {
        let bytes = try InputFile.bytes(path: workbook, limit: settings.uploadLimit)
        return hex(sha256(bytes))
    }

    private func refuse(
        _ problems: [ImportProblem], _ preview: [TakenSheet], _ workers: DocumentWorkers, _ output: OutputFolder,
        _ world: World
    ) async throws -> ExitStatus {
        let report = ProblemReport(problems, in: world.words)
        do {
            let marked = try await workers.marked(workbook, report.marks(preview))
            return try refuse(problems, marked: marked, output, world)
        } catch let problem as WorkerProblem {
            // What is wrong with the workbook matters more than the copy that shows it.
            let status = try refuse(problems, marked: nil, output, world)
            world.complain("The marked copy could not be made (\(problem.code)): \(problem.sentence)")
            return status
        }
    }

    private func refuse(
        _ problems: [ImportProblem], marked: [UInt8]?, _ output: OutputFolder, _ world: World
    ) throws -> ExitStatus {
        let report = ProblemReport(problems, in: world.words)
        var files = [("problems.json", report.document.canonical)]
        if let marked { files.append(("marked.xlsx", marked)) }
        try output.write(files)
        for line in report.lines { world.complain(verbatim: line) }
        return .refused
    }
}

private func fileName(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
