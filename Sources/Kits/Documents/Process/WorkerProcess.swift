import CanonicalJSON
import Glibc

/// One running process of the worker. It answers one request at a time, and is ended by whoever holds it.
struct WorkerProcess: ~Copyable {
    private let spawned: Spawned
    private let place: WorkerPlace
    private let scratch: WorkerFolder
    private let name: String
    let walls: WorkerWalls

    /// Starts a process and waits until it says that it is ready.
    static func started(_ kind: WorkerKind, in place: WorkerPlace) throws(WorkerProblem) -> WorkerProcess {
        let hasNamespaces = place.usesNamespaces && access("/usr/bin/bwrap", X_OK) == 0
        do throws(FailedStart) {
            return try WorkerProcess(kind, in: place, walls: hasNamespaces ? .namespaces : .ownOnly)
        } catch {
            // A kernel or a container may forbid namespaces: then stand the walls that the worker builds itself. A machine
            // that is only busy is no reason for lower walls.
            guard hasNamespaces, !error.wasLate else { throw error.problem }
        }
        do throws(FailedStart) {
            return try WorkerProcess(kind, in: place, walls: .ownOnly)
        } catch {
            throw error.problem
        }
    }

    private init(_ kind: WorkerKind, in place: WorkerPlace, walls: Launch.Walls) throws(FailedStart) {
        let deadline = Deadline(seconds: Double(place.startSeconds))
        let scratch = try attempt { () throws(WorkerProblem) in try WorkerFolder(in: place.scratch) }
        let launch = Launch(kind, in: place, scratch: scratch.path, walls: walls)
        let log = scratch.path + "/errors.txt"
        let spawned = try attempt { () throws(WorkerProblem) in try Spawned.start(launch, log: log, until: deadline) }
        do {
            let hello = try receive(from: spawned.output, PipeWait(deadline: deadline) { () throws(WaitEnd) in })
            guard let standing = hello.header["hello"]?["walls"]?.arrayValue else {
                throw WorkerProblem.nonsense("no greeting")
            }
            self.walls = WorkerWalls(standing: standing.compactMap(\.stringValue), walls)
        } catch {
            let detail = scratch.errors
            end(spawned)
            throw FailedStart(
                problem: .unavailable(detail.isEmpty ? "\(launch.command[0]) gave no answer" : detail),
                wasLate: error as? WaitEnd == .late)
        }
        self.spawned = spawned
        self.place = place
        self.scratch = scratch
        name = kind.rawValue
    }

    deinit { end(spawned) }

    /// Whether it ended while nobody asked anything of it.
    var isGone: Bool { spawned.output.isHungUp }

    /// Asks, and waits for the answer. After any problem other than a refusal this process is to be let go.
    func ask(_ request: Frame, work: Int?) throws(WorkerProblem) -> Frame {
        let worker = spawned.worker
        let limit = place.memory
        let done = work.map { processorTime(of: worker) + Double($0) }
        // What may take more work than most may take longer by the clock, on a machine that has other things to do.
        let long = work.flatMap { $0 > place.leastWork ? 3 * $0 : nil } ?? 0
        let seconds = max(place.seconds, long)
        let wait = PipeWait(deadline: Deadline(seconds: Double(seconds))) { () throws(WaitEnd) in
            if Task.isCancelled { throw .cancelled }
            if residentMemory(of: worker) > limit { throw .tooLarge }
            if let done, processorTime(of: worker) > done { throw .overworked }
        }
        do throws(WaitEnd) {
            try wait.write(request.start, to: spawned.input)
            for part in request.parts { try wait.write(part, to: spawned.input) }
        } catch {
            throw problem(error, work)
        }
        do {
            return try receive(from: spawned.output, wait)
        } catch let end as WaitEnd {
            throw problem(end, work)
        } catch let problem as WorkerProblem {
            throw problem
        } catch {
            throw .nonsense("\(error)")
        }
    }

    /// Copies a file to where the worker can see it, and returns its name there.
    func take(_ path: String) throws(WorkerProblem) -> String { try scratch.take(path, limit: place.fileLimit) }

    func remove(_ name: String) { scratch.remove(name) }

    private func problem(_ end: WaitEnd, _ work: Int?) -> WorkerProblem {
        switch end {
        case .overworked: .workedTooLong(seconds: work ?? place.seconds)
        case .late: .tookTooLong(seconds: place.seconds)
        case .cancelled: .cancelled
        case .tooLarge: .tookTooMuchMemory(megabytes: place.memory / 1_000_000)
        case .closed where scratch.errors.contains("memory allocation of") || scratch.errors.contains("MemoryError"):
            // The bound on memory stands in the process itself, and a library may end it there.
            .tookTooMuchMemory(megabytes: place.memory / 1_000_000)
        case .closed: .died(scratch.errors)
        }
    }
}

/// Why a process is not there.
private struct FailedStart: Error {
    var problem: WorkerProblem
    /// It was still on its way when its time was over.
    var wasLate = false
}

private func attempt<Value: ~Copyable>(_ body: () throws(WorkerProblem) -> Value) throws(FailedStart) -> Value {
    do throws(WorkerProblem) { return try body() } catch { throw FailedStart(problem: error) }
}

/// Reads one frame; anything else that comes is nonsense.
private func receive(from pipe: borrowing Pipe, _ wait: PipeWait) throws -> Frame {
    let start = try wait.read(4, from: pipe)
    let length = start.reversed().reduce(0) { $0 << 8 | Int($1) }
    guard length <= Frame.largestHeader else { throw WorkerProblem.nonsense("a header of \(length) bytes") }
    let text = try wait.read(length, from: pipe)
    let header: JSON
    do {
        header = try JSON(parsing: text, limits: JSONLimits(bytes: Frame.largestHeader, values: 8_000_000))
    } catch {
        throw WorkerProblem.nonsense("a header that is no JSON")
    }
    guard let members = header.objectValue else { throw WorkerProblem.nonsense("a header that is no object") }
    var frame = Frame(members)
    var left = Frame.largestParts
    for part in members["parts"]?.arrayValue ?? [] {
        guard let count = part.integerValue, count >= 0, count <= left else {
            throw WorkerProblem.nonsense("parts that are too long")
        }
        left -= count
        frame.parts.append(try wait.read(count, from: pipe))
    }
    return frame
}

/// Ends a process for certain, and waits until nothing is left of it.
private func end(_ spawned: borrowing Spawned) {
    // The one inside ends first, and bubblewrap, which waits for it, then ends by itself.
    if spawned.worker != spawned.process, parent(of: spawned.worker) == spawned.process {
        kill(spawned.worker, SIGKILL)
        let deadline = Deadline(seconds: 2)
        while !deadline.isOver {
            let ended = waitpid(spawned.process, nil, WNOHANG)
            if ended == spawned.process || (ended < 0 && errno == ECHILD) { return }
            usleep(2_000)
        }
    }
    kill(spawned.process, SIGKILL)
    while waitpid(spawned.process, nil, 0) < 0, errno == EINTR {}
}
