import Glibc
import Web
import Words

/// The folder that a command writes its results to: all of them or none, and none left from an earlier run.
struct OutputFolder {
    private let path: String

    init(_ path: String) { self.path = path }

    /// The names that an earlier run may have left here. They are removed first, so that nothing old stands beside the new.
    private static let names = [
        "account.html", "account.pdf", "account.xlsx", "account.json", "problems.json", "marked.xlsx",
        "own/working.xlsx",
    ]

    /// Makes the folder and clears what an earlier run wrote.
    func prepare() throws(OutputProblem) {
        try make(path)
        for name in Self.names {
            guard unlink("\(path)/\(name)") == 0 || errno == ENOENT || errno == ENOTDIR else {
                throw OutputProblem(path: "\(path)/\(name)")
            }
        }
    }

    /// Writes every file beside its place first and then moves all of them in, so that a full disk leaves none half there.
    func write(_ files: [(name: String, bytes: [UInt8])]) throws(OutputProblem) {
        var written: [(from: String, to: String)] = []
        do throws(OutputProblem) {
            for file in files {
                let target = "\(path)/\(file.name)"
                if let slash = target.lastIndex(of: "/") { try make(String(target[..<slash])) }
                let beside = target + ".part"
                written.append((beside, target))
                try write(file.bytes, to: beside)
            }
            for file in written {
                guard rename(file.from, file.to) == 0 else { throw OutputProblem(path: file.to) }
            }
        } catch {
            for file in written { unlink(file.from) }
            throw error
        }
    }

    private func write(_ bytes: [UInt8], to path: String) throws(OutputProblem) {
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw OutputProblem(path: path) }
        defer { close(file) }
        guard writeWhole(bytes, to: file) else { throw OutputProblem(path: path) }
    }

    /// Makes a folder and those above it.
    private func make(_ folder: String) throws(OutputProblem) {
        var built = folder.hasPrefix("/") ? "" : "."
        for part in folder.split(separator: "/") {
            built += "/\(part)"
            guard mkdir(built, 0o755) == 0 || errno == EEXIST else { throw OutputProblem(path: built) }
        }
    }
}

/// A file that can't be written, and why.
struct OutputProblem: Error {
    let path: String
    let reason: String

    init(path: String) {
        self.path = path
        reason = strerror(errno).map { String(cString: $0) } ?? String(errno)
    }

    var sentence: Phrase {
        "\(path) can’t be written: \(reason). Check the folder, its permissions and the free space."
    }
}
