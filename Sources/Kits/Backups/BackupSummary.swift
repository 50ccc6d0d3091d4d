/// What was written or taken in, for the person who asked for it.
package struct BackupSummary: Sendable, Equatable {
    package struct Part: Sendable, Equatable {
        package let name: String
        /// Rows of a table, bytes of a file.
        package let count: Int
        /// SHA-256 of them; the same for the same rows on every kind of database.
        package let digest: String
    }

    package internal(set) var tables: [Part] = []
    package internal(set) var files: [Part] = []

    package var rows: Int { tables.reduce(0) { $0 + $1.count } }
}

/// What a backup says of itself at its beginning.
package struct BackupHeader: Sendable, Equatable {
    package struct AppliedMigration: Sendable, Equatable {
        let number: Int
        let name: String
        let checksum: String
    }

    /// As `2026-03-31T09:30:00Z`.
    package let created: String
    /// The version of the program.
    package let program: String
    let migrations: [AppliedMigration]
}
