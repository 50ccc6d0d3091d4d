import Crypto
package import FoundationEssentials
import Glibc
package import Storage

/// Files that jobs need or leave, kept beside them in the store, so that whichever server runs a job finds them. A file belongs to an
/// identifier, mostly that of a job, and has a name there.
///
/// They hold what people uploaded as it came. So they are sealed: a copy of the database, its logs and its replicas give nothing
/// away without the key.
package struct JobFiles: Sendable {
    /// Bytes in a row.
    private static let partLength = 1 << 20

    private let database: any Database
    private let key: [UInt8]

    /// - Parameter key: 32 bytes, the same on all servers.
    package init(_ database: any Database, key: [UInt8]) {
        self.database = database
        self.key = key
    }

    /// Keeps a file of the disk, in place of an earlier one of this name.
    ///
    /// - Throws: `StorageError.device` where the file can't be read.
    package func keep(
        fileAt path: String, as name: String, of job: String, place: String, at now: Date, in target: any Writing
    ) async throws(StorageError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { throw .device(detail: "a file to be kept can't be opened") }
        defer { close(descriptor) }
        try await remove(name, of: job, place: place, in: target)
        var part = 0
        while let bytes = try Self.piece(of: descriptor) {
            try await insert(bytes, part, name, job, place, now, target)
            part += 1
        }
    }

    /// Keeps bytes, in place of an earlier file of this name.
    package func keep(
        _ bytes: [UInt8], as name: String, of job: String, place: String, at now: Date, in target: any Writing
    ) async throws(StorageError) {
        try await remove(name, of: job, place: place, in: target)
        for (part, start) in stride(from: 0, to: bytes.count, by: Self.partLength).enumerated() {
            let piece = Array(bytes[start..<min(start + Self.partLength, bytes.count)])
            try await insert(piece, part, name, job, place, now, target)
        }
    }

    /// The whole file; nil where there is none.
    package func bytes(_ name: String, of job: String, place: String) async throws(StorageError) -> [UInt8]? {
        var bytes: [UInt8] = []
        var part = 0
        while let piece = try await piece(part, name, job, place) {
            bytes += piece
            part += 1
        }
        return part == 0 ? nil : bytes
    }

    /// Writes the file to the disk, for this user only. False where there is none.
    package func copy(
        _ name: String, of job: String, place: String, to path: String
    ) async throws(StorageError) -> Bool {
        guard try await has(name, of: job, place: place) else { return false }
        let descriptor = open(path, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw .device(detail: "a copy of a file can't be made") }
        defer { close(descriptor) }
        var part = 0
        while let piece = try await piece(part, name, job, place) {
            try Self.write(piece, to: descriptor)
            part += 1
        }
        return part > 0
    }

    package func has(_ name: String, of job: String, place: String) async throws(StorageError) -> Bool {
        try await database.at(place).first(
            "SELECT 1 FROM job_file WHERE place = \(place) AND job = \(job) AND name = \(name) AND part = 0",
            { _ in true }) ?? false
    }

    /// How many files of a name there are in a place.
    package func count(_ name: String, place: String, in source: any Reading) async throws(StorageError) -> Int {
        try await source.first("SELECT count(*) FROM job_file WHERE place = \(place) AND name = \(name) AND part = 0") {
            try $0.column(0)
        } ?? 0
    }

    /// How many files of a name wait for their jobs, or are worked on, in a place.
    ///
    /// - Parameter owner: of the jobs; nil for those of nobody.
    package func waiting(
        _ name: String, place: String, of owner: String?, in source: any Reading
    ) async throws(StorageError) -> Int {
        try await source.first(
            """
            SELECT count(*) FROM job_file JOIN job ON job.place = job_file.place AND job.id = job_file.job
            WHERE job_file.place = \(place) AND job_file.name = \(name) AND job_file.part = 0
                AND coalesce(job.owner, '') = \(owner ?? "") AND job.state IN ('queued', 'running')
            """
        ) { try $0.column(0) } ?? 0
    }

    package func remove(_ name: String, of job: String, place: String) async throws(StorageError) {
        try await remove(name, of: job, place: place, in: database.at(place))
    }

    package func remove(
        _ name: String, of job: String, place: String, in target: any Writing
    ) async throws(StorageError) {
        try await target.execute(
            "DELETE FROM job_file WHERE place = \(place) AND job = \(job) AND name = \(name)")
    }

    /// Removes what was kept before a moment and belongs to no job that waits or runs, and says how many files there were.
    package func remove(
        _ name: String, place: String, before moment: Date, in target: any Writing
    ) async throws(StorageError) -> Int {
        let past: SQL = """
            place = \(place) AND name = \(name) AND created < \(moment) AND job NOT IN
                (SELECT id FROM job WHERE place = \(place) AND state IN ('queued', 'running'))
            """
        let number = try await target.first("SELECT count(*) FROM job_file WHERE part = 0 AND \(past)") {
            try $0.column(0, as: Int.self)
        }
        try await target.execute("DELETE FROM job_file WHERE \(past)")
        return number ?? 0
    }

    private func insert(
        _ bytes: [UInt8], _ part: Int, _ name: String, _ job: String, _ place: String, _ now: Date,
        _ target: any Writing
    ) async throws(StorageError) {
        let sealed = SealedBytes.seal(bytes, key: key, context: context(part, name, job, place))
        try await target.execute(
            """
            INSERT INTO job_file (place, job, name, part, created, bytes)
            VALUES (\(place), \(job), \(name), \(part), \(now), \(sealed))
            """)
    }

    private func piece(
        _ part: Int, _ name: String, _ job: String, _ place: String
    ) async throws(StorageError) -> [UInt8]? {
        let sealed = try await database.at(place).first(
            """
            SELECT bytes FROM job_file
            WHERE place = \(place) AND job = \(job) AND name = \(name) AND part = \(part)
            """
        ) { try $0.column(0, as: [UInt8].self) }
        guard let sealed else { return nil }
        guard let bytes = SealedBytes.open(sealed, key: key, context: context(part, name, job, place)) else {
            throw .corrupt(detail: "a file of a job was changed, or sealed with another key")
        }
        return bytes
    }

    private func context(_ part: Int, _ name: String, _ job: String, _ place: String) -> String {
        [place, job, name, "\(part)"].joined(separator: "\n")
    }

    private static func piece(of descriptor: Int32) throws(StorageError) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: partLength)
        var filled = 0
        while filled < partLength {
            let count = bytes[filled...].withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .device(detail: "a file to be kept can't be read") }
            if count == 0 { break }
            filled += count
        }
        return filled == 0 ? nil : Array(bytes.prefix(filled))
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) throws(StorageError) {
        var done = 0
        while done < bytes.count {
            let count = bytes[done...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                throw errno == ENOSPC ? .full : .device(detail: "a copy of a file can't be written")
            }
            done += count
        }
    }
}
