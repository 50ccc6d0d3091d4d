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

/// One workbook on its way to an account in a folder, or to the list of what is wrong with it.
struct WorkbookToAccount {
    let workbook: String
    let folder: String
    let options: ImportOptions
    /// The options as they were typed, which the account names.
    let given: [String]
    let date: CivilDate?
    let settings: Settings
    let workers: DocumentWorkers
    let world: World

    /// The end that it came to; an error that no sentence is known for is handed on.
    func run() async -> Result<ExitStatus, any Error> {
        do {
            let output = OutputFolder(folder)
            try output.prepare()
            return .success(try await account(in: output).get())
        } catch let problem as OutputProblem {
            world.complain(problem.sentence)
        } catch let problem as WorkerProblem {
            world.complain("\(problem.sentence) \(problem.mend) (\(problem.code))")
        } catch AccountError.worker(let problem) {
            world.complain("\(problem.sentence) \(problem.mend) (\(problem.code))")
        } catch let problem as AccountError {
            world.complain(problem.explanation)
        } catch {
            return .failure(error)
        }
        return .success(.failure)
    }

    private func account(in output: OutputFolder) async -> Result<ExitStatus, any Error> {
        do {
            // All processes start while the workbook is read: they are needed soon, and they are slow to start.
            async let warm: Void = workers.warm()
            let read = try await workers.read(workbook)
            let status: ExitStatus
            switch understand(read, options: options) {
            case .understood(let understanding):
                do {
                    try await write(understanding, of: read, output)
                    status = .success
                } catch let problem as AccountError where problem.isRefusal {
                    let found = ImportProblem(
                        code: problem.code, cell: problem.cell, found: "",
                        expected: "Figures that an account can be made of.", mend: problem.explanation)
                    status = try await refuse([found], understanding.sheets, output)
                }
            case .refused(let problems, let preview):
                status = try await refuse(problems, preview, output)
            }
            await warm
            return .success(status)
        } catch WorkerProblem.refused(let refusal) {
            return Result { try refuse([ImportProblem(refusal)], marked: nil, output) }
        } catch {
            return .failure(error)
        }
    }

    private func write(
        _ understanding: Understanding, of read: Workbook, _ output: OutputFolder
    ) async throws {
        let catalogue = try Catalogues(folder: settings.home + "/words")[understanding.about.language.value]
        let style = try InputFile.bytes(path: settings.home + "/assets/style.css", limit: 1 << 20)
        let facts = AccountFacts(
            date: date ?? world.today(), version: Version.current, workbookName: fileName(workbook),
            workbookDigest: try digest(), options: given)
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

    private func digest() throws -> String {
        let bytes = try InputFile.bytes(path: workbook, limit: settings.uploadLimit)
        return hex(sha256(bytes))
    }

    private func refuse(
        _ problems: [ImportProblem], _ preview: [TakenSheet], _ output: OutputFolder
    ) async throws -> ExitStatus {
        let report = ProblemReport(problems, in: world.words)
        do {
            let marked = try await workers.marked(workbook, report.marks(preview))
            return try refuse(problems, marked: marked, output)
        } catch let problem as WorkerProblem {
            // What is wrong with the workbook matters more than the copy that shows it.
            let status = try refuse(problems, marked: nil, output)
            world.complain("The marked copy could not be made (\(problem.code)): \(problem.sentence)")
            return status
        }
    }

    private func refuse(
        _ problems: [ImportProblem], marked: [UInt8]?, _ output: OutputFolder
    ) throws -> ExitStatus {
        let report = ProblemReport(problems, in: world.words)
        var files = [("problems.json", report.document.canonical)]
        if let marked { files.append(("marked.xlsx", marked)) }
        try output.write(files)
        for line in report.lines { world.complain(verbatim: line) }
        return .refused
    }
}
