import Documents
import Synchronization
import Testing
import Web

@testable import Language

@Suite struct WrittenSchemesTests {
    private struct Failure: Error {}

    /// How many write now, and the most that did at once.
    private final class Writers: Sendable {
        private let held = Mutex((now: 0, all: 0, most: 0))

        var all: Int { held.withLock { $0.all } }
        var most: Int { held.withLock { $0.most } }

        func write(_ bytes: Int, for time: Duration = .zero) async throws -> [UInt8] {
            held.withLock { held in
                held.now += 1
                held.all += 1
                held.most = max(held.most, held.now)
            }
            try await Task.sleep(for: time)
            held.withLock { $0.now -= 1 }
            return Array(repeating: 0, count: bytes)
        }
    }

    private static func key(_ scheme: Int) -> WrittenSchemes.Key { .init(scheme: scheme, format: .csv) }

    @Test func `a file that several ask for at once is written once`() async throws {
        let (written, writers) = (WrittenSchemes(), Writers())
        let sizes = try await withThrowingTaskGroup(of: Int?.self) { group in
            for _ in 0..<20 {
                group.addTask {
                    try await written.file(Self.key(1), at: "a", isForAnybody: true) {
                        try await writers.write(3, for: .milliseconds(50))
                    }?.count
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(sizes == Array(repeating: 3, count: 20) && writers.all == 1)
        // What was changed is written anew.
        #expect(try await written.file(Self.key(1), at: "b", isForAnybody: true) { [4] }?.count == 1)
        #expect(await !written.holds(Self.key(1), at: "a"))
    }

    @Test func `a list that changes is never written by two at once`() async throws {
        let (written, writers) = (WrittenSchemes(), Writers())
        try await withThrowingTaskGroup(of: Void.self) { group in
            for state in 0..<8 {
                group.addTask {
                    _ = try await written.file(Self.key(1), at: "\(state)", isForAnybody: true) {
                        try await writers.write(1, for: .milliseconds(5))
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(writers.most == 1 && writers.all == 8)
    }

    @Test func `what is kept is bounded by its bytes, and what was asked for longest ago goes first`() async throws {
        let written = WrittenSchemes(most: 100, largest: 60)
        for scheme in 1...3 {
            _ = try await written.file(Self.key(scheme), at: "a", isForAnybody: true) {
                Array(repeating: 0, count: 40)
            }
        }
        #expect(await !written.holds(Self.key(1), at: "a"))
        let isKept = (await written.holds(Self.key(2), at: "a"), await written.holds(Self.key(3), at: "a"))
        #expect(isKept == (true, true))
    }

    @Test func `a file too large to be kept is written for strangers once, and for members each time`() async throws {
        let (written, writers) = (WrittenSchemes(most: 100, largest: 60), Writers())
        let write: @Sendable () async throws -> [UInt8] = { try await writers.write(61) }
        #expect(try await written.file(Self.key(1), at: "a", isForAnybody: true, write)?.count == 61)
        #expect(try await written.file(Self.key(1), at: "a", isForAnybody: true, write) == nil)
        #expect(try await written.file(Self.key(1), at: "a", isForAnybody: false, write)?.count == 61)
        #expect(try await written.file(Self.key(1), at: "b", isForAnybody: true, write)?.count == 61)
        #expect(writers.all == 3)
    }

    @Test func `a file that could not be written is tried again`() async throws {
        let written = WrittenSchemes()
        await #expect(throws: Failure.self) {
            _ = try await written.file(Self.key(1), at: "a", isForAnybody: true) { throw Failure() }
        }
        #expect(try await written.file(Self.key(1), at: "a", isForAnybody: true) { [1] }?.count == 1)
    }
}
