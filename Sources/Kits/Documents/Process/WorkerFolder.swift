import FoundationEssentials
import Glibc

/// A folder that one process of the worker sees and writes in; it is removed with its holder.
///
/// Its name holds our process number, so that what a killed server left behind is found and removed by the next.
struct WorkerFolder: ~Copyable {
    let path: String

    init(in parent: String) throws(WorkerProblem) {
        do {
            try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
        } catch {
            throw .unavailable("no folder can be made at \(parent)")
        }
        removeLeftovers(in: parent)
        var template = Array("\(realPath(parent))/worker-\(getpid())-XXXXXX".utf8CString)
        guard template.withUnsafeMutableBufferPointer({ $0.baseAddress.flatMap { mkdtemp($0) } }) != nil else {
            throw .unavailable("no folder can be made in \(parent): \(systemError())")
        }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The end of what the process wrote to its standard error.
    var errors: String {
        guard let text = try? String(contentsOfFile: path + "/errors.txt", encoding: .utf8) else { return "" }
        return String(text.suffix(600))
    }

    /// Copies a file into the folder under a name of ours. Refuses what is no file, is empty or is too large.
    func take(_ source: String, limit: Int) throws(WorkerProblem) -> String {
        let from = open(source, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard from >= 0 else { throw .refused(.unreadable) }
        defer { close(from) }
        var facts = stat()
        guard fstat(from, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { throw .refused(.unreadable) }
        guard facts.st_size > 0 else { throw .refused(.empty) }
        guard facts.st_size <= limit else { throw .refused(.tooLarge(bytes: Int(facts.st_size), limit: limit)) }
        let name = "taken"
        let to = open(path + "/" + name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard to >= 0 else { throw .unavailable("nothing can be written in \(path): \(systemError())") }
        defer { close(to) }
        var left = Int(facts.st_size)
        while left > 0 {
            let sent = sendfile(to, from, nil, left)
            guard sent > 0 else {
                if sent < 0, errno == EINTR { continue }
                if sent == 0 { break }
                throw .unavailable("\(source) can't be copied: \(systemError())")
            }
            left -= sent
        }
        return name
    }

    func remove(_ name: String) { unlink(path + "/" + name) }
}

/// Removes the folders of servers that are no more.
private func removeLeftovers(in parent: String) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? [] {
        let parts = name.split(separator: "-")
        guard parts.count == 3, parts[0] == "worker", let process = pid_t(parts[1]), process > 0 else { continue }
        if kill(process, 0) != 0, errno == ESRCH { try? FileManager.default.removeItem(atPath: "\(parent)/\(name)") }
    }
}
