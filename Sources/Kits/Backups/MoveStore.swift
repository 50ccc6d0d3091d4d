import Glibc
package import Storage

/// Moves everything from one store to an empty one, of whatever kind: a backup that goes through a pipe straight into its restoring.
/// Nothing is changed where it came from.
package struct MoveStore: Sendable {
    let writing: WriteBackup
    let restoring: RestoreBackup

    package init(writing: WriteBackup, restoring: RestoreBackup) {
        self.writing = writing
        self.restoring = restoring
    }

    package func run(
        from source: any Database, files: [BackupFile],
        into target: any Database, taking: any FileTaker
    ) async throws(BackupError) -> BackupSummary {
        let pipe = try Pipe()
        let writing = writing
        let sending = Task<BackupError?, Never> {
            defer { pipe.closeWriting() }
            do throws(BackupError) {
                let writer = try BackupWriter(pipe.writing, path: "the copy", passphrase: nil)
                _ = try await writing.run(source, to: writer, files: files)
                return nil
            } catch {
                return error
            }
        }
        do throws(BackupError) {
            let reader = BackupReader(pipe.reading, path: "the copy", passphrase: nil)
            let summary = try await restoring.run(reader, into: target, files: taking) { copied in
                if let error = await sending.value { throw error }
                let now = try await source.readWhole { try await $0.sums() }
                for part in now where !copied.tables.contains(part) {
                    throw BackupError.changedMeanwhile(table: part.name)
                }
            }
            pipe.closeReading()
            return summary
        } catch {
            pipe.closeReading()
            // Where the sender failed first, the end of the pipe is only what followed.
            if error == .cutShort || error == .foreign, let first = await sending.value { throw first }
            _ = await sending.value
            throw error
        }
    }
}

/// Both ends of a pipe. Whoever writes where nobody reads any more gets an error, not a signal.
private final class Pipe: Sendable {
    let reading: Int32
    let writing: Int32

    init() throws(BackupError) {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else {
            throw .file(path: "the copy", reason: String(cString: strerror(errno)))
        }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        signal(SIGPIPE, SIG_IGN)
        (reading, writing) = (ends[0], ends[1])
    }

    func closeReading() { close(reading) }
    func closeWriting() { close(writing) }
}
