import Drivers
import Synchronization
import Testing

struct OnEveryDriverTests {
    @Test func `a suite that says so is run on every kind of database that is here`() async throws {
        let seen = Mutex<[Driver]>([])
        let test = try #require(Test.current)
        try await OnEveryDriver.onEveryDriver.provideScope(for: test, testCase: nil) {
            seen.withLock { $0.append(.current) }
        }
        #expect(seen.withLock { $0 } == Driver.available)
        #expect(Driver.current == .sqlite)
    }
}
