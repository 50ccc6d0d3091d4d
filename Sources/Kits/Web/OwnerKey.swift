package import Crypto
import Glibc

/// The one secret of an installation: 32 random bytes in a file that only this user can read. Who may read the file is the owner.
/// Every other secret is derived from it, so taking the file away and starting again signs everybody out.
package struct OwnerKey: Sendable {
    private let secret: [UInt8]

    package init(secret: [UInt8]) { self.secret = secret }

    /// Reads the key from a file, or makes it on the first start. Two servers that start at once get the same key.
    package init(keptAt path: String, randomness: Randomness = randomBytes) throws(OwnerKeyError) {
        if access(path, F_OK) != 0 { try Self.make(path, randomness(32)) }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { throw .unreadable(path: path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw .unreadable(path: path) }
        guard status.st_mode & 0o077 == 0 else { throw .openToOthers(path: path) }
        var buffer = [UInt8](repeating: 0, count: 100)
        let count = read(descriptor, &buffer, buffer.count)
        let text = String(decoding: buffer.prefix(max(0, count)).prefix { $0 > 0x20 }, as: UTF8.self)
        guard let secret = bytes(base64URL: text), secret.count == 32 else { throw .damaged(path: path) }
        self.secret = secret
    }

    /// The key in the owner's link. It is derived, so that a link in a browser's history doesn't give away the secret itself.
    package var linkKey: String { base64URL(derived(for: "owner link")) }

    /// Whether a key is the one in the owner's link, in constant time.
    package func admits(linkKey: String) -> Bool {
        equalInConstantTime(Array(linkKey.utf8), Array(self.linkKey.utf8))
    }

    /// The key of one place of the installation: what one place signs and seals means nothing in another.
    package func of(place: String) -> OwnerKey { OwnerKey(secret: derived(for: "place \(place)")) }

    /// A secret for one purpose, 32 bytes.
    package func derived(for purpose: String) -> [UInt8] { keyedHash(Array(purpose.utf8), key: secret) }

    /// Written beside its place and linked there whole, so that no reader sees half a key.
    private static func make(_ path: String, _ secret: [UInt8]) throws(OwnerKeyError) {
        let draft = "\(path).\(UInt64.random(in: 0 ... .max))"
        let descriptor = open(draft, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .unwritable(path: path) }
        defer { unlink(draft) }
        let line = Array((base64URL(secret) + "\n").utf8)
        let isWritten = writeWhole(line, to: descriptor) && fsync(descriptor) == 0
        close(descriptor)
        guard isWritten, link(draft, path) == 0 || errno == EEXIST else { throw .unwritable(path: path) }
    }
}

package enum OwnerKeyError: Error, Equatable, Sendable, CustomStringConvertible {
    case unreadable(path: String)
    case unwritable(path: String)
    case openToOthers(path: String)
    case damaged(path: String)

    package var description: String {
        switch self {
        case .unreadable(let path): "The owner's key \(path) can't be read. Check who owns the file."
        case .unwritable(let path): "The owner's key \(path) can't be written. Check that the folder can be written to."
        case .openToOthers(let path): "The owner's key \(path) can be read by others. Type: chmod 600 \(path)"
        case .damaged(let path): "The owner's key \(path) is damaged. Remove it and start again to make a new one."
        }
    }
}
