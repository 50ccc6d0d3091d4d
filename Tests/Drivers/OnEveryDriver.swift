package import Testing

/// Runs each test of a suite once on every kind of database that this machine offers; ``Driver/current`` says on which.
package struct OnEveryDriver: SuiteTrait, TestTrait, TestScoping {
    package var isRecursive: Bool { true }

    package func provideScope(
        for test: Test, testCase: Test.Case?, performing work: @Sendable () async throws -> Void
    ) async throws {
        for driver in Driver.available {
            try await Driver.$current.withValue(driver) {
                do {
                    try await work()
                } catch {
                    Issue.record("it ended early on \(driver.rawValue)")
                    throw error
                }
            }
        }
    }
}

extension Trait where Self == OnEveryDriver {
    package static var onEveryDriver: OnEveryDriver { OnEveryDriver() }
}
