import Synchronization
import Words

@testable import outcomes

/// A terminal that keeps what a command writes.
final class Terminal: Sendable {
    private let output = Mutex<[UInt8]>([])
    private let error = Mutex<[UInt8]>([])

    struct Result: Equatable {
        var status: ExitStatus
        var output: String
        var error: String
    }

    static func run(_ words: String..., input: [UInt8] = []) async -> Result { await run(words, input: input) }

    static func run(_ words: [String], input: [UInt8] = []) async -> Result {
        let terminal = Terminal()
        let world = World(
            environment: [:], words: .english, today: { CivilDate(year: 2026, month: 3, day: 31) },
            input: { limit throws(InputProblem) in
                guard input.count <= limit else { throw .tooLong(limit: limit) }
                return input
            },
            writeOutput: { bytes in terminal.output.withLock { $0 += bytes } },
            writeError: { bytes in terminal.error.withLock { $0 += bytes } })
        let status = await outcomes.run(words, in: world)
        return Result(
            status: status, output: terminal.output.withLock { String(decoding: $0, as: UTF8.self) },
            error: terminal.error.withLock { String(decoding: $0, as: UTF8.self) })
    }
}
