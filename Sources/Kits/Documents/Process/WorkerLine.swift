import CanonicalJSON

/// The line of requests before one process of the worker: one after the other, on a thread of its own.
actor WorkerLine {
    private let kind: WorkerKind
    private let place: WorkerPlace
    private let thread: BlockingThread
    private var process = Held()

    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    init(_ kind: WorkerKind, in place: WorkerPlace) {
        self.kind = kind
        self.place = place
        thread = BlockingThread()
    }

    /// Starts the process if none runs.
    func start() throws(WorkerProblem) -> WorkerWalls {
        try process.running(kind, in: place)
    }

    func stop() { process.letGo() }

    /// Asks the process; with a file, it gets a copy of it under the name in `header["file"]`.
    /// `work` is the seconds of a processor's time that the answer may take.
    func ask(_ request: Frame, file: String? = nil, work: Int? = nil) throws(WorkerProblem) -> Frame {
        if Task.isCancelled { throw .cancelled }
        _ = try process.running(kind, in: place)
        let answer: Frame
        do {
            answer = try process.ask(request, file: file, work: work)
        } catch {
            // A file that was refused here never reached the process.
            if case .refused = error { throw error }
            process.letGo()
            throw error
        }
        return try answer.checked(memory: place.memory)
    }
}

/// The process, where one runs.
private struct Held: ~Copyable {
    private var process: WorkerProcess?

    init() { process = nil }

    mutating func running(_ kind: WorkerKind, in place: WorkerPlace) throws(WorkerProblem) -> WorkerWalls {
        if process?.isGone == true { process = nil }
        if process == nil { process = try WorkerProcess.started(kind, in: place) }
        return process?.walls ?? WorkerWalls(standing: [], builder: "none")
    }

    mutating func letGo() { process = nil }

    func ask(_ request: Frame, file: String?, work: Int?) throws(WorkerProblem) -> Frame {
        guard process != nil else { throw .unavailable("no process runs") }
        var request = request
        if let file { request.header["file"] = try .string(process?.take(file) ?? "") }
        defer { if let name = request.header["file"]?.stringValue { process?.remove(name) } }
        guard let answer = try process?.ask(request, work: work) else { throw .unavailable("no process runs") }
        return answer
    }
}
