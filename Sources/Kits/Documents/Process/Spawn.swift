import CSpawn
import Glibc

/// A program that was started, and our ends of its pipes.
struct Spawned: ~Copyable {
    let process: pid_t
    let input: Pipe
    let output: Pipe
    /// The process that does the work: the same, or the one inside the namespaces.
    let worker: pid_t

    /// Starts a program whose errors are written to a file. No other descriptor of ours passes to it.
    static func start(_ launch: Launch, log: String, until deadline: Deadline) throws(WorkerProblem) -> Spawned {
        let requests = try Pipe.both()
        let input = Pipe(owning: requests.writing)
        defer { close(requests.reading) }
        let answers = try Pipe.both()
        let output = Pipe(owning: answers.reading)
        defer { close(answers.writing) }
        let facts = try Pipe.both()
        let ourFacts = Pipe(owning: facts.reading)

        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, requests.reading, 0)
        posix_spawn_file_actions_adddup2(&actions, answers.writing, 1)
        posix_spawn_file_actions_addopen(&actions, 2, log, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, 0o600)
        posix_spawn_file_actions_adddup2(&actions, facts.writing, 3)
        io_close_from(&actions, 4)
        if let folder = launch.folder { io_change_folder(&actions, folder) }
        let result = Result { () throws(WorkerProblem) in try spawn(launch, &actions) }
        close(facts.writing)
        let process = try result.get()

        input.neverBlock()
        output.neverBlock()
        ourFacts.neverBlock()
        let inner = launch.walls == .namespaces ? processInside(from: ourFacts, until: deadline) : nil
        return Spawned(process: process, input: input, output: output, worker: inner ?? process)
    }
}

private func spawn(
    _ launch: Launch, _ actions: inout posix_spawn_file_actions_t
) throws(WorkerProblem) -> pid_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // A group of its own, so that the terminal's interrupt reaches us alone; and no signal of ours stays blocked.
    var none = sigset_t()
    sigemptyset(&none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setpgroup(&attributes, 0)
    let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    posix_spawnattr_setflags(&attributes, Int16(flags))
    var process: pid_t = 0
    let result = withCStrings(launch.command) { words in
        withCStrings(launch.environment) { environment in
            posix_spawn(&process, launch.command[0], &actions, &attributes, words, environment)
        }
    }
    guard result == 0 else { throw .unavailable("\(launch.command[0]): \(systemError(result))") }
    return process
}

/// What bubblewrap says about the process that it started; nil where it started none.
private func processInside(from pipe: borrowing Pipe, until deadline: Deadline) -> pid_t? {
    var text: [UInt8] = []
    while !text.contains(UInt8(ascii: "}")), text.count < 4096, !deadline.isOver {
        var piece = [UInt8](repeating: 0, count: 512)
        let count = read(pipe.descriptor, &piece, piece.count)
        if count > 0 {
            text += piece.prefix(count)
        } else if count == 0 {
            return nil
        } else {
            var wait = pollfd(fd: pipe.descriptor, events: Int16(POLLIN), revents: 0)
            _ = poll(&wait, 1, deadline.milliseconds(most: 100))
        }
    }
    let digits = String(decoding: text, as: UTF8.self).split(separator: ":").dropFirst().first?.filter(\.isNumber)
    return digits.flatMap { pid_t($0) }
}

/// Calls with an array of C strings that ends in nil, as the system wants it.
private func withCStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
    let copies = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
}
