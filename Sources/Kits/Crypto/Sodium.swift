import CSodium

/// The one door to libsodium's set-up, which must run before anything else of it and may run any number of times.
enum Sodium {
    /// Lazily made once: Swift guards the first use, and libsodium itself is safe to initialise from several threads.
    private static let isReady = sodium_init() >= 0

    /// Stops the program where the system gives no randomness: going on would make guessable secrets.
    static func prepare() {
        precondition(isReady, "libsodium cannot start: the system gives no random numbers")
    }
}

/// The version of libsodium that is in use, for the administrator's check.
package var cryptoLibraryVersion: String { String(cString: sodium_version_string()) }
