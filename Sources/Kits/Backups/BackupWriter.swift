import CanonicalJSON
package import Crypto
import Storage
import Synchronization

/// Writes the records of one backup in their order.
package final class BackupWriter: Sendable {
    private struct State {
        var output: ByteOutput
        var sums = Sums()
        var name = ""
        var summary = BackupSummary()

        mutating func write(_ kind: BackupRecord, _ bytes: [UInt8]) throws(BackupError) {
            guard bytes.count <= kind.most else { throw .storage(.tooLarge) }
            try output.write([kind.rawValue] + bigEndian(UInt32(bytes.count)) + bytes)
        }

        mutating func begin(_ kind: BackupRecord, _ name: String, _ json: JSON) throws(BackupError) {
            (sums, self.name) = (Sums(), name)
            try write(kind, json.canonical)
        }

        mutating func endPart() throws(BackupError) -> BackupSummary.Part {
            try write(.sums, sums.json.canonical)
            return BackupSummary.Part(name: name, count: sums.count, digest: sums.digest)
        }
    }

    private let state: Mutex<State>

    /// - Parameters:
    ///   - descriptor: an open file or pipe.
    ///   - path: what it is called in messages.
    ///   - passphrase: seals the backup; nil leaves it as plain bytes.
    ///   - effort: how hard it is to guess the passphrase.
    package init(
        _ descriptor: Int32, path: String, passphrase: String?, effort: SealedStream.Effort = .forYears
    ) throws(BackupError) {
        var output = try ByteOutput(descriptor, path: path, passphrase: passphrase, effort: effort)
        try output.write(BackupRecord.firstLine)
        state = Mutex(State(output: output))
    }

    func header(_ header: BackupHeader) throws(BackupError) {
        try state.withLock { state throws(BackupError) in try state.write(.header, header.json.canonical) }
    }

    func beginTable(_ name: String, columns: [String]) throws(BackupError) {
        try state.withLock { state throws(BackupError) in
            try state.begin(
                .table, name, ["name": .string(name), "columns": .array(columns.map(JSON.string))])
        }
    }

    func row(_ row: Row) throws(BackupError) {
        let bytes = RowBytes.bytes(of: row)
        try state.withLock { state throws(BackupError) in
            state.sums.add(row: bytes)
            try state.write(.row, bytes)
        }
    }

    func endTable() throws(BackupError) {
        try state.withLock { state throws(BackupError) in state.summary.tables.append(try state.endPart()) }
    }

    func beginFile(_ name: String) throws(BackupError) {
        try state.withLock { state throws(BackupError) in try state.begin(.file, name, ["name": .string(name)]) }
    }

    func piece(_ bytes: [UInt8]) throws(BackupError) {
        try state.withLock { state throws(BackupError) in
            state.sums.add(bytes: bytes)
            try state.write(.piece, bytes)
        }
    }

    func endFile() throws(BackupError) {
        try state.withLock { state throws(BackupError) in state.summary.files.append(try state.endPart()) }
    }

    func end() throws(BackupError) -> BackupSummary {
        try state.withLock { state throws(BackupError) in
            let all: JSON = [
                "tables": .integer(state.summary.tables.count), "rows": .integer(state.summary.rows),
                "files": .integer(state.summary.files.count),
                "sha256": .string(hex(state.output.hash.finish())),
            ]
            try state.write(.end, all.canonical)
            try state.output.finish()
            return state.summary
        }
    }
}
