import Configuration
import Documents
import Reading
import Words
import Workbooks

/// Shows what a workbook is taken for, and makes nothing of it.
struct UnderstandCommand: Command {
    static let name = "understand"
    static let summary: Phrase = "Show what a workbook is taken for, before an account is made of it."
    static let synopsis = "WORKBOOK [options]"
    static let explanation: [Phrase] = [
        "Lists each sheet and column with what it was taken for and a few of its values. Nothing is written.",
        "Change a guess with --take, and give the same to account.",
    ]
    static let example = "understand workbook.xlsx"
    static let options = WorkbookOptions.all

    private let workbook: String
    private let options: ImportOptions

    init(_ arguments: Arguments) throws(UsageError) {
        workbook = try arguments.onlyOperand(missing: "understand needs a workbook.")
        options = ImportOptions(arguments)
    }

    func run(in world: World) async throws -> ExitStatus {
        let settings = try world.settings()
        let scratch: ScratchPlace
        do { scratch = try ScratchPlace() } catch {
            world.complain(error.sentence)
            return .failure
        }
        let workers = DocumentWorkers(in: WorkerPlace(settings, scratch: scratch.path))
        let status = await understood(by: workers, world)
        await workers.stop()
        return status
    }

    private func understood(by workers: DocumentWorkers, _ world: World) async -> ExitStatus {
        do {
            switch understand(try await workers.read(workbook), options: options) {
            case .understood(let understanding):
                show(understanding.sheets, world)
                for note in understanding.notes { world.say(note) }
                return .success
            case .refused(let problems, let preview):
                show(preview, world)
                return refuse(problems, world)
            }
        } catch .refused(let refusal) {
            return refuse([ImportProblem(refusal)], world)
        } catch {
            world.complain("\(error.sentence) \(error.mend) (\(error.code))")
            return .failure
        }
    }

    private func show(_ sheets: [TakenSheet], _ world: World) {
        for sheet in sheets {
            world.say("\(sheet.name): taken for \(sheet.kind.rawValue)")
            for column in sheet.columns {
                let examples = column.examples.joined(separator: "; ")
                world.say(
                    verbatim: "  \(columnLetters(column.column))  \(column.header) = \(column.meaning)  \(examples)")
                if let reading = column.reading { world.say(verbatim: "     " + world.words.text(reading)) }
            }
        }
    }

    private func refuse(_ problems: [ImportProblem], _ world: World) -> ExitStatus {
        for line in ProblemReport(problems, in: world.words).lines { world.complain(verbatim: line) }
        return .refused
    }
}
