import Synchronization

/// What all sites of a server have in common: how much they take in at once, the numbers of their requests, and what is counted.
package final class Traffic: Sendable {
    let metrics = Metrics()
    let forms = Turnstile(places: 64)
    let uploads = Turnstile(places: 4)
    private let runName: String
    private let counter = Atomic(0)

    package init(randomness: @Sendable (Int) -> [UInt8]) {
        runName = String(randomness(4).reduce(0) { $0 << 8 | UInt32($1) }, radix: 36)
    }

    func newRequestID() -> String { "\(runName)-\(counter.add(1, ordering: .relaxed).newValue)" }
}
