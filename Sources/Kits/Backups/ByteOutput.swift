import Crypto
import Glibc

/// Where a backup is written to: an open file or pipe, sealed on the way where there is a passphrase.
struct ByteOutput: Sendable {
    private let descriptor: Int32
    private let path: String
    private var sealer: SealedStream.Sealer?
    private var waiting: [UInt8] = []
    private(set) var hash = SHA256()

    /// - Parameter path: what the file is called in messages.
    init(_ descriptor: Int32, path: String, passphrase: String?, effort: SealedStream.Effort) throws(BackupError) {
        self.descriptor = descriptor
        self.path = path
        guard let passphrase else { return }
        guard let sealer = SealedStream.Sealer(passphrase: passphrase, effort: effort) else { throw .noMemory }
        self.sealer = sealer
        try put(BackupRecord.firstSealedLine + sealer.preamble)
    }

    mutating func write(_ bytes: [UInt8]) throws(BackupError) {
        hash.update(bytes)
        waiting += bytes
        guard waiting.count >= SealedStream.blockSize else { return }
        var start = 0
        while waiting.count - start >= SealedStream.blockSize {
            try putBlock(Array(waiting[start..<start + SealedStream.blockSize]), isLast: false)
            start += SealedStream.blockSize
        }
        waiting.removeFirst(start)
    }

    mutating func finish() throws(BackupError) {
        try putBlock(waiting, isLast: true)
        waiting = []
    }

    private mutating func putBlock(_ block: [UInt8], isLast: Bool) throws(BackupError) {
        try put(sealer?.seal(block, isLast: isLast) ?? block)
    }

    private func put(_ bytes: [UInt8]) throws(BackupError) {
        let reason: Int32? = bytes.withUnsafeBytes { bytes in
            var rest = bytes
            while let start = rest.baseAddress, !rest.isEmpty {
                let written = Glibc.write(descriptor, start, rest.count)
                if written < 0, errno == EINTR { continue }
                guard written > 0 else { return errno }
                rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(written))
            }
            return nil
        }
        if let reason { throw .file(path: path, reason: String(cString: strerror(reason))) }
    }
}
