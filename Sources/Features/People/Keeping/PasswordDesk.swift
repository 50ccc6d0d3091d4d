import Crypto
import Storage

/// Where passwords are hashed and compared, one after the other: each takes 64 MB and much time, so that nobody who knocks often
/// can fill the memory or keep the website's own threads busy. An installation has one, for all its places.
package actor PasswordDesk {
    /// So many may wait; whoever comes then is told to try again.
    static let mostWaiting = 50

    private let queue = QueueExecutor(label: "passwords")
    nonisolated let waiting = Waiting()

    package init() {}

    nonisolated package var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

    /// Nil where too many wait, or the memory could not be had.
    nonisolated func hash(_ password: String) async -> String? {
        guard waiting.enter(most: Self.mostWaiting) else { return nil }
        defer { waiting.leave() }
        return await hashNow(password)
    }

    /// Whether a password fits. Where there is none to compare with, it takes as long and is wrong.
    ///
    /// - Returns: nil where too many wait.
    nonisolated func verify(_ password: String, against hash: String?) async -> Bool? {
        guard waiting.enter(most: Self.mostWaiting) else { return nil }
        defer { waiting.leave() }
        return await verifyNow(password, hash)
    }

    private func hashNow(_ password: String) -> String? { Password.hash(password) }

    private func verifyNow(_ password: String, _ hash: String?) -> Bool {
        Password.verify(password, against: hash ?? nobodys) && hash != nil
    }

    private lazy var nobodys = Password.hash("a password that nobody has") ?? ""
}
