import CanonicalJSON
import Crypto
import Dispatch
import Glibc
import Storage
import Synchronization

/// Reads the records of one backup, and compares everything that it holds with the sums that stand in it.
package final class BackupReader: Sendable {
    /// What comes next. Sums have been compared when they are given.
    enum Entry: Sendable {
        case header(BackupHeader)
        case file(String)
        case piece([UInt8])
        case table(String, columns: [String])
        case row(Row)
        case endOfPart(BackupSummary.Part)
        case end
    }

    private enum Part { case none, table, file }

    private struct State {
        var input: ByteInput
        var hasBegun = false
        var part = Part.none
        var name = ""
        var sums = Sums()
        var summary = BackupSummary()
        var hasHeader = false
    }

    private let state: Mutex<State>
    /// Reading may wait, so it does on a thread of its own wherever others need theirs.
    private let queue = DispatchQueue(label: "backups.reader")

    /// - Parameter passphrase: for a backup that is sealed; any other needs none.
    package init(_ descriptor: Int32, path: String, passphrase: String?) {
        state = Mutex(State(input: ByteInput(descriptor, path: path, passphrase: passphrase)))
    }

    /// Finds out whether it is a backup and can be opened, before anything is made for it. It may wait.
    package func begin() throws(BackupError) {
        try state.withLock { state throws(BackupError) in
            guard !state.hasBegun else { return }
            try state.input.begin()
            state.hasBegun = true
        }
    }

    /// What was read so far.
    var summary: BackupSummary { state.withLock(\.summary) }

    func nextElsewhere() async throws(BackupError) -> Entry {
        let result: Result<Entry, BackupError> = await withCheckedContinuation { reply in
            queue.async { reply.resume(returning: Result { () throws(BackupError) in try self.next() }) }
        }
        return try result.get()
    }

    /// The next row of a table, or nil where the table ends and its sums are right.
    func nextRow() throws(BackupError) -> Row? {
        switch try next() {
        case .row(let row): row
        default: nil
        }
    }

    func next() throws(BackupError) -> Entry {
        try begin()
        return try state.withLock { state throws(BackupError) in
            // A hash of what comes before, for the last record.
            let before = state.input.hash
            let start = try state.input.read(5)
            guard let kind = BackupRecord(rawValue: start[0]) else { throw .damaged(detail: "an unknown record") }
            let size = start.dropFirst().reduce(0) { $0 << 8 | Int($1) }
            guard size <= kind.most else { throw .damaged(detail: "a record is too long") }
            let bytes = try state.input.read(size)
            guard state.hasHeader || kind == .header else { throw .damaged(detail: "it doesn’t begin with its header") }
            return try Self.entry(kind, bytes, &state, before: before)
        }
    }

    private static func entry(
        _ kind: BackupRecord, _ bytes: [UInt8], _ state: inout State, before: SHA256
    ) throws(BackupError) -> Entry {
        switch (kind, state.part) {
        case (.row, .table):
            guard let row = RowBytes.row(bytes) else { throw .damaged(detail: "a row of the table \(state.name)") }
            state.sums.add(row: bytes)
            return .row(row)
        case (.piece, .file):
            state.sums.add(bytes: bytes)
            return .piece(bytes)
        case (.sums, .table), (.sums, .file): return .endOfPart(try endPart(try json(bytes), &state))
        case (.header, .none) where !state.hasHeader:
            guard let header = BackupHeader(json: try json(bytes)) else { throw .damaged(detail: "its header") }
            state.hasHeader = true
            return .header(header)
        case (.table, .none):
            let json = try json(bytes)
            let columns = json["columns"]?.arrayValue?.compactMap(\.stringValue) ?? []
            return .table(try begin(.table, json, &state), columns: columns)
        case (.file, .none): return .file(try begin(.file, try json(bytes), &state))
        case (.end, .none):
            try compareAll(try json(bytes), state.summary, before)
            guard try state.input.isAtEnd() else { throw .damaged(detail: "there is more after its end") }
            return .end
        default: throw .damaged(detail: "a record out of its order")
        }
    }

    private static func begin(_ part: Part, _ json: JSON, _ state: inout State) throws(BackupError) -> String {
        guard let name = json["name"]?.stringValue else { throw .damaged(detail: "a part without a name") }
        (state.part, state.name, state.sums) = (part, name, Sums())
        return name
    }

    private static func endPart(_ json: JSON, _ state: inout State) throws(BackupError) -> BackupSummary.Part {
        let found = BackupSummary.Part(name: state.name, count: state.sums.count, digest: state.sums.digest)
        guard json["count"]?.integerValue == found.count, json["sha256"]?.stringValue == found.digest else {
            throw .damaged(detail: "the sums of \(state.name)")
        }
        if state.part == .table { state.summary.tables.append(found) } else { state.summary.files.append(found) }
        state.part = .none
        return found
    }

    private static func compareAll(_ json: JSON, _ summary: BackupSummary, _ hash: SHA256) throws(BackupError) {
        guard json["tables"]?.integerValue == summary.tables.count, json["rows"]?.integerValue == summary.rows,
            json["files"]?.integerValue == summary.files.count, json["sha256"]?.stringValue == hex(hash.finish())
        else { throw .damaged(detail: "its sums") }
    }

    private static func json(_ bytes: [UInt8]) throws(BackupError) -> JSON {
        do { return try JSON(parsing: bytes) } catch { throw .damaged(detail: "a record can’t be read") }
    }
}

extension BackupReader {
    /// Whether an open file begins as a backup does, sealed or not.
    package static func isBackup(_ descriptor: Int32) -> Bool {
        var bytes = [UInt8](repeating: 0, count: 40)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        return BackupRecord.beginnings.contains { bytes.prefix(max(0, count)).starts(with: $0) }
    }

    /// Whether it is a sealed one, for whoever must ask for the passphrase.
    package static func isSealed(_ descriptor: Int32) -> Bool {
        var bytes = [UInt8](repeating: 0, count: 40)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        return bytes.prefix(max(0, count)).starts(with: BackupRecord.firstSealedLine)
    }
}
