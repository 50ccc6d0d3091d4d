import Documents
import Language
import Vocabulary
import Words

/// Names every problem of a thesaurus with its line.
struct LanguageCheck: Sendable {
    let path: String

    func run(by worker: any DocumentWorker, in world: World) async -> ExitStatus {
        let file: ThesaurusFile
        do throws(ThesaurusRefusal) {
            file = try await ThesaurusFile.read(path, name: fileName(of: path), by: worker)
        } catch {
            return world.refuse(error)
        }
        let isSound = world.listProblems(of: file)
        let concepts = file.thesaurus.concepts.count
        world.say(Phrase(one: "\(concepts) concept", other: "\(concepts) concepts", count: concepts))
        for scheme in file.thesaurus.schemes {
            let title = scheme.titles.first?.words ?? ""
            world.say(verbatim: title.isEmpty ? "  \(scheme.id)" : "  \(scheme.id)  \(title)")
        }
        if file.leftAside > 0 {
            world.say(
                Phrase(
                    one: "\(file.leftAside) statement of another kind is left aside.",
                    other: "\(file.leftAside) statements of other kinds are left aside.", count: file.leftAside))
        }
        guard isSound else { return .refused }
        world.say("No problem was found.")
        return .success
    }
}
