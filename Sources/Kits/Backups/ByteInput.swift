import Crypto
import Glibc

/// Where a backup is read from: an open file or pipe, opened on the way where it is sealed.
struct ByteInput: Sendable {
    private let descriptor: Int32
    private let path: String
    private let passphrase: String?
    private var opener: SealedStream.Opener?
    private var isFirstBlock = true
    private var hasEnded = false
    private var waiting: [UInt8] = []
    private var start = 0
    private(set) var hash = SHA256()

    /// - Parameter path: what the file is called in messages.
    init(_ descriptor: Int32, path: String, passphrase: String?) {
        self.descriptor = descriptor
        self.path = path
        self.passphrase = passphrase
    }

    /// Reads the first line, which says whether the backup is sealed. It comes before anything else.
    mutating func begin() throws(BackupError) {
        var line: [UInt8] = []
        while line.last != UInt8(ascii: "\n"), line.count < 60 {
            let next = try piece(1)
            if next.isEmpty { break }
            line += next
        }
        switch line {
        case BackupRecord.firstLine: hash.update(line)
        case BackupRecord.firstSealedLine:
            guard let passphrase else { throw .sealed }
            let preamble = try piece(SealedStream.preambleSize)
            guard preamble.count == SealedStream.preambleSize else { throw .cutShort }
            guard let opener = SealedStream.Opener(passphrase: passphrase, preamble: preamble) else {
                throw .wrongPassphrase
            }
            self.opener = opener
            let first = try read(BackupRecord.firstLine.count)
            guard first == BackupRecord.firstLine else { throw .newerForm }
        default:
            guard !line.isEmpty, BackupRecord.beginnings.contains(where: { line.starts(with: $0) }) else {
                throw .foreign
            }
            throw .newerForm
        }
    }

    /// So many bytes.
    mutating func read(_ count: Int) throws(BackupError) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count {
            if start == waiting.count { try fill() }
            guard start < waiting.count else { throw .cutShort }
            let end = min(waiting.count, start + count - bytes.count)
            bytes += waiting[start..<end]
            start = end
        }
        hash.update(bytes)
        return bytes
    }

    /// Whether everything was read.
    mutating func isAtEnd() throws(BackupError) -> Bool {
        if start == waiting.count { try fill() }
        return start == waiting.count
    }

    private mutating func fill() throws(BackupError) {
        start = 0
        guard opener != nil else {
            waiting = try piece(SealedStream.blockSize)
            return
        }
        let block = try piece(SealedStream.blockSize + SealedStream.overhead)
        waiting = []
        if hasEnded {
            guard block.isEmpty else { throw .damaged(detail: "there is more after its end") }
            return
        }
        guard !block.isEmpty else { throw .cutShort }
        guard let opened = opener?.open(block) else {
            // The last block is the only one that may be short: any other was cut.
            if isFirstBlock { throw .wrongPassphrase }
            if block.count < SealedStream.blockSize + SealedStream.overhead { throw .cutShort }
            throw .damaged(detail: "a block was changed")
        }
        isFirstBlock = false
        (waiting, hasEnded) = opened
    }

    /// Up to so many bytes of the file; fewer only at its end.
    private func piece(_ count: Int) throws(BackupError) -> [UInt8] {
        var filled = 0
        var reason: Int32?
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, size in
            while let start = buffer.baseAddress, filled < count {
                let got = Glibc.read(descriptor, start + filled, count - filled)
                if got < 0, errno == EINTR { continue }
                if got < 0 { reason = errno }
                guard got > 0 else { break }
                filled += got
            }
            size = filled
        }
        if let reason { throw .file(path: path, reason: String(cString: strerror(reason))) }
        return bytes
    }
}
