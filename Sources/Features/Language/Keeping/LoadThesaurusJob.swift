package import CanonicalJSON
import Configuration
package import Documents
package import FoundationEssentials
package import Jobs
package import Storage
package import Vocabulary
package import Web
package import Words

/// Loads a thesaurus from a file that somebody uploaded, as a job whose identifier becomes that of the act.
package struct LoadThesaurusJob: Sendable {
    package static let kind = "thesaurus"
    static let fileName = "thesaurus"

    /// What a load came to.
    package enum Result: Sendable, Equatable {
        case loaded(LoadThesaurus.Outcome)
        /// Sentences in English, each of which a person can act on, and how many more there are.
        case refused([Refusal], more: Int)

        /// One thing that is wrong with the file.
        package enum Refusal: Sendable, Equatable {
            case fault(LineFault)
            case problem(ThesaurusProblem)
            case worker(WorkerProblem)
            case elsewhere(String)
            case ofOthers(String)
            case isHere(String)
            case isOfAll(String)
            case tooManyLinks
            case tooManyLinksOfOne
            case tooManyLists
        }
    }

    private let services: Services
    private let place: String

    package init(_ services: Services, place: String) {
        self.services = services
        self.place = place
    }

    /// Has our own thesaurus loaded into a new place. A place can do without it, so nothing fails where this does.
    package func bringOurs() async {
        do throws(JobError) {
            try await orderOurs()
        } catch {
            services.log.failure("thesaurus", [("place", place), ("error", "\(error)")])
        }
    }

    /// Orders the thesaurus that comes with the product, or its newer edition.
    ///
    /// - Returns: the identifier of the job.
    @discardableResult
    func orderOurs() async throws(JobError) -> String {
        try await services.jobs.enqueue(Self.kind, ["ours": true], place: place)
    }

    package func run(_ job: Job, _ progress: JobProgress) async throws -> JSON {
        await progress.report(5, Step.reading.rawValue)
        if job.payload["ours"] == true {
            return try await loadOurs(job, progress).json
        }
        guard let name = job.payload["name"]?.stringValue else { throw JobFailure("no-order") }
        let path = services.settings.data + "/uploads/\(job.id)-\(job.attempts)"
        try? FileManager.default.createDirectory(
            atPath: services.settings.data + "/uploads", withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(atPath: path) }
        guard try await services.files.copy(Self.fileName, of: job.id, place: place, to: path) else {
            throw JobFailure("no-file")
        }
        let result: Result
        do {
            result = try await load(path, name: name, job, progress)
        } catch let failure as JobFailure where !failure.mayRetry {
            try await services.files.remove(Self.fileName, of: job.id, place: place)
            throw failure
        }
        try await services.files.remove(Self.fileName, of: job.id, place: place)
        return result.json
    }

    /// Removes files that came in before a moment and wait for no loading any more, and says how many there were.
    package func removeFiles(before moment: Date, in target: any Writing) async throws(StorageError) -> Int {
        try await services.files.remove(Self.fileName, place: place, before: moment, in: target)
    }

    /// Why it fails where the document worker can't read such files.
    static let unfit = "worker-unfit"

    /// What comes with the product: our own words, and the goals that they are mapped to.
    private static let shipped = ["outcomes.csv", "sdg.csv"]

    private func loadOurs(_ job: Job, _ progress: JobProgress) async throws -> Result {
        var all = LoadThesaurus.Outcome()
        for name in Self.shipped {
            let path = "\(services.settings.home)/thesaurus/\(name)"
            let result = try await load(path, name: name, as: "\(job.id)-\(name)", job, progress)
            guard case .loaded(let outcome) = result else { return result }
            all.add(outcome)
        }
        return .loaded(all)
    }

    private func load(
        _ path: String, name: String, as act: String? = nil, _ job: Job, _ progress: JobProgress
    ) async throws -> Result {
        var file: ThesaurusFile
        do throws(ThesaurusRefusal) {
            file = try await ThesaurusFile.read(path, name: name, by: services.worker)
        } catch {
            switch error {
            case .unreadable(let fault): return .refused([.fault(fault)], more: 0)
            case .worker(let problem):
                switch problem {
                case .refused: return .refused([.worker(problem)], more: 0)
                case .badRequest, .nonsense, .unavailable:
                    // Something is missing there, such as a library: it would go no better the next time.
                    services.log.failure("thesaurus", [("job", job.id), ("error", "\(problem)")])
                    throw JobFailure(Self.unfit)
                case .died, .tookTooLong, .tookTooMuchMemory, .workedTooLong, .cancelled:
                    throw JobFailure("worker", mayRetry: true)
                }
            }
        }
        if let owner = job.owner {
            file.thesaurus.name(of: owner)
            if let stray = file.thesaurus.nameOfAll { return .refused([.isOfAll(stray)], more: 0) }
        }
        await progress.report(40, Step.checking.rawValue)
        let known = try await knownTargets(of: file.thesaurus)
        let problems = file.problems { known.contains($0) }
            .filter { !$0.condition.isWarning }
        let wrong = file.faults.map(Result.Refusal.fault) + problems.map(Result.Refusal.problem)
        guard wrong.isEmpty else { return .refused(Array(wrong.prefix(100)), more: max(0, wrong.count - 100)) }
        if Task.isCancelled { throw CancellationError() }
        await progress.report(60, Step.keeping.rawValue)
        let act = LanguageAct(id: act ?? job.id, kind: .load, author: job.author?.id, created: services.clock())
        do throws(LoadThesaurus.Refusal) {
            return .loaded(
                try await LoadThesaurus(
                    place: place, act: act, organisation: job.owner,
                    mayRenew: job.payload["ours"] == true || job.payload["renews"] == true, clock: services.clock
                ).run(
                    file, in: services.database))
        } catch {
            switch error {
            case .conceptElsewhere(let id): return .refused([.elsewhere(id)], more: 0)
            case .schemeOfOthers(let id): return .refused([.ofOthers(id)], more: 0)
            case .schemeHere(let name): return .refused([.isHere(name)], more: 0)
            case .tooManyLinks: return .refused([.tooManyLinks], more: 0)
            case .tooManyLinksOfOne: return .refused([.tooManyLinksOfOne], more: 0)
            case .tooManyLists: return .refused([.tooManyLists], more: 0)
            case .calledOff where Task.isCancelled: throw CancellationError()
            case .another, .calledOff, .changed: throw JobFailure("busy-list", mayRetry: true)
            case .storage(let problem): throw problem
            }
        }
    }

    /// Which concepts of other schemes, that the file names, are here.
    private func knownTargets(of thesaurus: Thesaurus) async throws(StorageError) -> Set<String> {
        let ids = Set(thesaurus.concepts.map(\.id))
        let named = thesaurus.concepts.flatMap { $0.broader + $0.related + $0.mappings.map(\.target) }
        let others = Set(named).subtracting(ids).sorted()
        var known: Set<String> = []
        for start in stride(from: 0, to: others.count, by: 1_000) {
            let some = Array(others[start..<min(start + 1_000, others.count)])
            known.formUnion(
                try await ConceptStore(place: place).numbers(named: some, in: services.database.at(place)))
        }
        return known
    }

    package enum Step: String, Sendable { case reading, checking, keeping }
}

extension LoadThesaurusJob.Result {
    package var json: JSON {
        switch self {
        case .loaded(let outcome): ["loaded": outcome.json]
        case .refused(let wrong, let more): ["refused": .array(wrong.map(\.json)), "more": .integer(more)]
        }
    }

    package init?(json: JSON) {
        if let outcome = json["loaded"].flatMap(LoadThesaurus.Outcome.init(json:)) {
            self = .loaded(outcome)
        } else if let wrong = json["refused"]?.arrayValue {
            self = .refused(wrong.compactMap(Refusal.init(json:)), more: json["more"]?.integerValue ?? 0)
        } else {
            return nil
        }
    }
}

extension LoadThesaurusJob.Result.Refusal {
    package var sentence: Phrase {
        switch self {
        case .fault(let fault): ThesaurusRefusal.unreadable(fault).sentence
        case .problem(let problem): problem.wholeLine
        case .worker(let problem): problem.sentence
        case .elsewhere(let id): "“\(id)” belongs to another scheme of this place already."
        case .ofOthers(let id):
            "A list of the name “\(id)” is here already and isn’t yours. Ask a facilitator to load it for the whole place, or give your file another name."
        case .isHere(let name):
            "There is a list called “\(name)” here already. Say that yours is a newer edition of it, or give your file another name."
        case .isOfAll(let id):
            "“\(id)” is a name in a list that everybody may use. Give the concepts of your list names of their own."
        case .tooManyLinksOfOne:
            "Your lists would hold more than \(LoadThesaurus.mostLinksOfOne) links between concepts. Load a part of the list."
        case .tooManyLists: LoadThesaurus.tooManyLists
        case .tooManyLinks:
            "This place would hold more than \(LoadThesaurus.mostLinks) links between concepts. Load a part of the list."
        }
    }

    fileprivate var json: JSON {
        switch self {
        case .fault(let fault): ["fault": fault.json]
        case .worker(let problem): ["worker": problem.json]
        case .elsewhere(let id): ["elsewhere": .string(id)]
        case .ofOthers(let id): ["ofOthers": .string(id)]
        case .isHere(let name): ["isHere": .string(name)]
        case .isOfAll(let id): ["isOfAll": .string(id)]
        case .tooManyLinks: ["tooManyLinks": true]
        case .tooManyLinksOfOne: ["tooManyLinksOfOne": true]
        case .tooManyLists: ["tooManyLists": true]
        case .problem(let problem):
            [
                "problem": .string(problem.condition.rawValue), "concept": .string(problem.concept),
                "values": .array(problem.values.prefix(5).map(JSON.string)), "language": .text(problem.language),
                "line": problem.line.map(JSON.integer) ?? .null,
            ]
        }
    }

    fileprivate init?(json: JSON) {
        if let fault = json["fault"] {
            self = .fault(LineFault(json: fault))
        } else if let problem = json["worker"].flatMap(WorkerProblem.init(json:)) {
            self = .worker(problem)
        } else if let id = json["elsewhere"]?.stringValue {
            self = .elsewhere(id)
        } else if let id = json["ofOthers"]?.stringValue {
            self = .ofOthers(id)
        } else if let name = json["isHere"]?.stringValue {
            self = .isHere(name)
        } else if let id = json["isOfAll"]?.stringValue {
            self = .isOfAll(id)
        } else if json["tooManyLinks"] == true {
            self = .tooManyLinks
        } else if json["tooManyLinksOfOne"] == true {
            self = .tooManyLinksOfOne
        } else if json["tooManyLists"] == true {
            self = .tooManyLists
        } else if let condition = json["problem"]?.stringValue.flatMap(ThesaurusProblem.Condition.init(rawValue:)) {
            self = .problem(
                ThesaurusProblem(
                    condition, json["concept"]?.stringValue ?? "",
                    (json["values"]?.arrayValue ?? []).compactMap(\.stringValue),
                    language: json["language"]?.stringValue, line: json["line"]?.integerValue))
        } else {
            return nil
        }
    }
}
