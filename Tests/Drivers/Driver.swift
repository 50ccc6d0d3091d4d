/// The kinds of database that every test of a store runs on.
package enum Driver: String, Sendable, CaseIterable {
    case sqlite, postgres

    /// Those that this machine offers: PostgreSQL only where its programs are installed. Where they are not, the suites of PostgreSQL alone
    /// say that they were skipped.
    package static let available: [Driver] = PostgresPrograms.folder == nil ? [.sqlite] : [.sqlite, .postgres]

    /// The one that the test at hand is to use.
    @TaskLocal package static var current = Driver.sqlite
}
