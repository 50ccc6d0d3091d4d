import Glibc

/// A new file with a random name in the scratch folder, readable by this user only, removed when nothing holds it any more.
package final class ScratchFile: Sendable {
    package let path: String

    init(path: String) { self.path = path }

    deinit { unlink(path) }
}
