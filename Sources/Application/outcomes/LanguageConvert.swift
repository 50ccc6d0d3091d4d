import Documents
import Language
import Words

/// Writes a thesaurus in another form.
struct LanguageConvert: Sendable {
    let path: String
    let format: ThesaurusFilePlan.Format

    func run(by worker: any DocumentWorker, in world: World) async -> ExitStatus {
        let file: ThesaurusFile
        do throws(ThesaurusRefusal) {
            file = try await ThesaurusFile.read(path, name: fileName(of: path), by: worker, isWhole: true)
        } catch {
            return world.refuse(error)
        }
        guard world.listProblems(of: file) else { return .refused }
        do throws(WorkerProblem) {
            world.writeOutput(try await file.written(as: format, by: worker))
        } catch {
            return world.refuse(.worker(error))
        }
        if format == .csv, file.leftAside > 0 {
            world.complain(
                Phrase(
                    one: "\(file.leftAside) statement of another kind is left aside.",
                    other: "\(file.leftAside) statements of other kinds are left aside.", count: file.leftAside))
        }
        return .success
    }
}
