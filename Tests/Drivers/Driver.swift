/// The kinds of database that every test of a store runs on.
package enum Driver: String, Sendable, CaseIterable {
    case sqlite, postgres

    /// Those that this machine offers: PostgreSQL only where its programs are installed. A suite that is skipped there says so where
    /// they are not.
    package static let available: [Driver] = PostgresPrograms.folder == nil ? [.sqlite] : [.sqlite, .postgres]

    /// The one that the test at hand is to use.
    @TaskLocal package static var current = Driver.sqlite
}
