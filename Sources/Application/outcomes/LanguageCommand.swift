import Configuration
import Documents
import Language
import Vocabulary
import Words

/// Looks after the words of a place: thesauri, classifications, lists of headings.
struct LanguageCommand: Command {
    private enum Work: Sendable {
        case check(String)
        case convert(String, to: ThesaurusFilePlan.Format)
        case suggest(LanguageSuggest)
        case search(LanguageSearch)
    }

    static let name = "language"
    static let summary: Phrase =
        "Check a thesaurus or a list of headings, write it in another form, find its concepts, or suggest them for texts."
    static let synopsis =
        "check FILE | convert FILE --to FORMAT | suggest --vocabulary FILE --texts FILE | search WORDS --vocabulary FILE"
    static let explanation: [Phrase] = [
        "Reads SKOS as Turtle, N-Triples, RDF/XML or JSON-LD, OWL class trees as code lists, and CSV with headed columns: the UK Charity Activity Tags, ICNP/TSO, and lists of your own with the columns code, label, alternative labels, definition and broader.",
        "“check” names every problem with its line: cycles, labels preferred twice, what leads nowhere, and the conditions S9, S13, S14, S27 and S46 of SKOS. Nothing is fetched from the network.",
        "“convert” writes the file to standard output as turtle, json-ld or csv. A file with problems isn’t converted.",
        "“suggest” says for each text which concepts it may mean, how likely each is, and because of which words. A star marks those that it would give by itself.",
        "Its vocabulary is a CSV table in the shape of the UK Charity Activity Tags or of ICNP/TSO. The texts have the columns org_id, name, activities and objects; those to learn from have codes in the column UKCAT or ICNPTSO as well, with semicolons between them.",
        "“search” finds concepts by what people type instead of their labels: a beginning, a plural, a misspelling, first letters. Each word or text in quotes is a search of its own.",
    ]
    static let example = "language check thesaurus.ttl"
    static let options =
        [Option("to", value: "FORMAT", "What “convert” writes: turtle, json-ld or csv.")] + LanguageSuggest.options
        + LanguageSearch.options

    private let work: Work

    init(_ arguments: Arguments) throws(UsageError) {
        let words = arguments.operands
        switch (words.first, words.count) {
        case ("check", 2): work = .check(words[1])
        case ("convert", 2):
            guard let format = arguments.value("to").flatMap(ThesaurusFilePlan.Format.init(rawValue:)) else {
                throw UsageError("convert needs --to turtle, --to json-ld or --to csv.")
            }
            work = .convert(words[1], to: format)
        case ("suggest", 1): work = .suggest(try LanguageSuggest(arguments))
        case ("search", _): work = .search(try LanguageSearch(arguments))
        default:
            throw UsageError(
                "Type one of: language check FILE, language convert FILE --to FORMAT, language suggest --vocabulary FILE --texts FILE, language search WORDS --vocabulary FILE."
            )
        }
    }

    func run(in world: World) async throws -> ExitStatus {
        switch work {
        case .check(let path):
            try await withWorkers(in: world) { await LanguageCheck(path: path).run(by: $0, in: world) }
        case .convert(let path, let format):
            try await withWorkers(in: world) {
                await LanguageConvert(path: path, format: format).run(by: $0, in: world)
            }
        case .suggest(let suggest): suggest.run(in: world)
        case .search(let search):
            if let status = await search.runOnTable(in: world) {
                status
            } else {
                try await withWorkers(in: world) { await search.run(by: $0, in: world) }
            }
        }
    }

    private func withWorkers(
        in world: World, _ work: (DocumentWorkers) async -> ExitStatus
    ) async throws -> ExitStatus {
        let settings = try world.settings()
        let scratch: ScratchPlace
        do { scratch = try ScratchPlace() } catch {
            world.complain(error.sentence)
            return .failure
        }
        let workers = DocumentWorkers(in: WorkerPlace(settings, scratch: scratch.path))
        let status = await work(workers)
        await workers.stop()
        return status
    }
}

extension World {
    /// Says why a thesaurus can't be read, and how that ends the program.
    func refuse(_ refusal: ThesaurusRefusal) -> ExitStatus {
        switch refusal {
        case .unreadable, .worker(.refused): complain(refusal.sentence)
        case .worker(let problem):
            complain("\(problem.sentence) \(problem.mend) (\(problem.code))")
            return .failure
        }
        return .refused
    }

    /// Lists what is wrong with a thesaurus, in the order of the lines. False where it can't be used.
    func listProblems(of file: ThesaurusFile, most: Int = 200) -> Bool {
        let problems = file.problems()
        let errors = problems.filter { !$0.condition.isWarning }
        let faults = file.faults.map { (line: $0.line ?? 0, text: ThesaurusRefusal.unreadable($0).sentence) }
        let found = errors.map { (line: $0.line ?? 0, text: $0.wholeLine) }
        for problem in (faults + found).sorted(by: { $0.line < $1.line }).prefix(most) { complain(problem.text) }
        if faults.count + found.count > most { complain("And \(faults.count + found.count - most) more.") }
        for problem in problems.filter(\.condition.isWarning).prefix(most) {
            complain("Note: \(problem.wholeLine)")
        }
        return faults.isEmpty && errors.isEmpty
    }
}

/// The last part of a path.
func fileName(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
