package import FoundationEssentials
import Glibc
package import Storage

/// A file of the data folder that goes into a backup, open for reading: what was removed meanwhile can still be read.
package struct BackupFile: Sendable {
    package let name: String
    package let descriptor: Int32

    package init(name: String, descriptor: Int32) {
        self.name = name
        self.descriptor = descriptor
    }
}

/// Writes everything that a store holds at one moment, while others go on working with it.
package struct WriteBackup: Sendable {
    let created: Date
    let program: String

    /// - Parameter program: the version that writes it.
    package init(created: Date, program: String) {
        self.created = created
        self.program = program
    }

    package func run(
        _ database: any Database, to writer: BackupWriter, files: [BackupFile]
    ) async throws(BackupError) -> BackupSummary {
        do {
            return try await database.readWhole { whole in
                let tables = try await whole.tables()
                try writer.header(
                    BackupHeader(
                        created: created.formatted(.iso8601), program: program,
                        migrations: try await appliedMigrations(tables, in: whole)))
                for file in files { try write(file, to: writer) }
                for table in tables {
                    try writer.beginTable(table.name, columns: table.columns)
                    try await whole.each(of: table) { try writer.row($0) }
                    try writer.endTable()
                }
                return try writer.end()
            }
        } catch {
            throw BackupError(from: error)
        }
    }

    private func write(_ file: BackupFile, to writer: BackupWriter) throws(BackupError) {
        try writer.beginFile(file.name)
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(file.descriptor, &block, block.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .file(path: file.name, reason: String(cString: strerror(errno))) }
            if count == 0 { break }
            try writer.piece(Array(block.prefix(count)))
        }
        try writer.endFile()
    }

    private func appliedMigrations(
        _ tables: [Table], in whole: any WholeReading
    ) async throws -> [BackupHeader.AppliedMigration] {
        guard let table = tables.first(where: { $0.name == historyTable }) else { return [] }
        let rows = Collected<Row>()
        try await whole.each(of: table) { rows.add($0) }
        func column(_ name: String) -> Int { table.columns.firstIndex(of: name) ?? -1 }
        return try rows.all.map { row in
            BackupHeader.AppliedMigration(
                number: try row.column(column("number")), name: try row.column(column("name")),
                checksum: try row.column(column("checksum")))
        }
    }
}
