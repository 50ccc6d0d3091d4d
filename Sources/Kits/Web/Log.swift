package import Configuration
package import FoundationEssentials
import Glibc

/// Lines for the administrator: a time, then `name=value` pairs. Never a query, a cookie or anything that a person typed.
package struct Log: Sendable {
    package let level: Settings.LogLevel
    private let clock: @Sendable () -> Date
    private let write: @Sendable (String) -> Void

    package init(
        level: Settings.LogLevel, clock: @escaping @Sendable () -> Date,
        write: @escaping @Sendable (String) -> Void = Log.toStandardError
    ) {
        self.level = level
        self.clock = clock
        self.write = write
    }

    package func failure(_ event: String, _ values: [(String, String)] = []) { line("error", event, values) }

    package func note(_ event: String, _ values: [(String, String)] = []) {
        if level != .error { line("info", event, values) }
    }

    func detail(_ event: String, _ values: @autoclosure () -> [(String, String)]) {
        if level == .debug { line("debug", event, values()) }
    }

    private func line(_ level: String, _ event: String, _ values: [(String, String)]) {
        let pairs = [("level", level), ("event", event)] + values
        write("time=\(clock().formatted(.iso8601)) " + pairs.map { "\($0)=\(plain($1))" }.joined(separator: " ") + "\n")
    }

    /// One line stays one line: anything but plain signs puts the value in quotation marks, escaped.
    private func plain(_ value: String) -> String {
        let cut = value.prefix(500)
        let isPlain =
            !cut.isEmpty
            && cut.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "=") }
        return isPlain ? String(cut) : String(cut).debugDescription
    }

    package static let toStandardError: @Sendable (String) -> Void = { line in
        let bytes = Array(line.utf8)
        _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
    }
}
