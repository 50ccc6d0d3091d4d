import Glibc

extension SHA256 {
    private static let pieceSize = 65_536

    /// The hash of a file, read in pieces so that a large one is never held whole; nil where it can't be read.
    package static func file(_ path: String) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var facts = stat()
        // A device may have no end.
        guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return nil }
        var hash = SHA256()
        var piece = [UInt8](repeating: 0, count: pieceSize)
        while true {
            let count = read(descriptor, &piece, pieceSize)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return nil }
            if count == 0 { return hash.finish() }
            hash.update(count == pieceSize ? piece : Array(piece.prefix(count)))
        }
    }
}
