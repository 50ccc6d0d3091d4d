import FoundationEssentials
import Glibc

/// A Python program that works out the same figures in its own way. A test that needs one is skipped, and says so, where the
/// project's virtual environment (or for plain Python the machine) has none.
package enum Peer {
    package static let python = find([projectRoot + "/.venv/bin/python", "/usr/bin/python3"], module: "sys")

    /// The interpreter that can import SciPy; nil where there is none.
    package static let scipy = find([projectRoot + "/.venv/bin/python", "/usr/bin/python3"], module: "scipy")

    package enum Failure: Error { case status(Int32), cannotRun }

    /// Runs a script with a text on its standard input and returns what it prints.
    package static func run(_ python: String, _ script: String, input: String) throws -> String {
        let folder = FileManager.default.temporaryDirectory.path + "/outcomes-peer-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try Data(script.utf8).write(to: URL(filePath: folder + "/peer.py"))
        try Data(input.utf8).write(to: URL(filePath: folder + "/input"))
        return try output(of: "'\(python)' '\(folder)/peer.py' < '\(folder)/input'")
    }

    private static var projectRoot: String {
        var parts = #filePath.split(separator: "/")
        parts.removeLast(3)
        return "/" + parts.joined(separator: "/")
    }

    private static func find(_ candidates: [String], module: String) -> String? {
        candidates.first { (try? output(of: "'\($0)' -c 'import \(module)' 2>/dev/null && echo yes")) == "yes\n" }
    }

    private static func output(of command: String) throws -> String {
        guard let pipe = popen(command, "r") else { throw Failure.cannotRun }
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = fread(&block, 1, block.count, pipe)
            if count == 0 { break }
            bytes += block.prefix(count)
        }
        let status = pclose(pipe)
        guard status == 0 else { throw Failure.status(status) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
