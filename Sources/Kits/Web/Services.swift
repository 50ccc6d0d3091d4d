package import Configuration
package import FoundationEssentials

/// The machinery that features use, handed to them at the start. Nothing of the domain stands here.
package struct Services: Sendable {
    package let settings: Settings
    package let clock: @Sendable () -> Date
    /// So many random bytes, fit for secrets.
    package let randomness: @Sendable (Int) -> [UInt8]

    package init(
        settings: Settings, clock: @escaping @Sendable () -> Date, randomness: @escaping @Sendable (Int) -> [UInt8]
    ) {
        self.settings = settings
        self.clock = clock
        self.randomness = randomness
    }
}
