import Glibc
import Words

/// Why a file can't be read.
enum InputProblem: Error, Sendable, Equatable {
    case cannotOpen(reason: String)
    case isFolder
    case tooLong(limit: Int)

    var detail: Phrase {
        switch self {
        case .cannotOpen(let reason): "The file can’t be read: \(reason)."
        case .isFolder: "This is a folder. Give a file."
        case .tooLong(let limit): "The file is longer than \(limit) bytes, which is the most that is read."
        }
    }
}

/// Files and standard input, read whole up to a limit.
enum InputFile {
    static func bytes(path: String, limit: Int) throws(InputProblem) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .cannotOpen(reason: failureText()) }
        defer { close(file) }
        return try read(file, limit: limit)
    }

    static func standardInput(limit: Int) throws(InputProblem) -> [UInt8] { try read(0, limit: limit) }

    private static func read(_ file: Int32, limit: Int) throws(InputProblem) -> [UInt8] {
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Glibc.read(file, &block, block.count)
            if count == 0 { return bytes }
            if count < 0 {
                if errno == EINTR { continue }
                throw errno == EISDIR ? .isFolder : .cannotOpen(reason: failureText())
            }
            bytes += block.prefix(count)
            guard bytes.count <= limit else { throw .tooLong(limit: limit) }
        }
    }
}

private func failureText() -> String {
    guard let text = strerror(errno) else { return String(errno) }
    return String(cString: text)
}
