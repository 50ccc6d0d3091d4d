import Configuration
import FoundationEssentials
import Storage
import Words

/// Looks at the PostgreSQL server that everything is kept in.
struct ServerCheck: Sendable {
    /// Above this, dates that this machine writes and dates that the server writes no longer fit each other. In seconds.
    private static let mostDifference = 5.0

    let database: PostgresDatabase

    func findings() async throws(StorageError) -> [Finding] {
        let before = Date()
        let state = try await database.state()
        let middle = before.addingTimeInterval(Date().timeIntervalSince(before) / 2)
        return [
            .good("database server", "PostgreSQL \(state.version) (15 or later)"), role(state),
            clock(state.clock.timeIntervalSince(middle)), durability(state), checks(state),
        ]
    }

    private func role(_ state: PostgresState) -> Finding {
        if state.isAboveWall {
            return .bad(
                "database role", "\(state.role) may see the rows of every place, whatever is asked",
                mend: "Use a role that is no superuser and has no BYPASSRLS; see docs/guides/administrator.md.")
        }
        return state.ownsTables
            ? .notice(
                "database role", "\(state.role) owns the tables, and could take down the wall between places",
                mend: "Give the tables to another role with OUTCOMES_DATABASE_OWNER; see docs/guides/administrator.md.")
            : .good("database role", "\(state.role), which owns no table")
    }

    private func clock(_ difference: TimeInterval) -> Finding {
        let seconds = Int(difference.rounded())
        return abs(difference) > Self.mostDifference
            ? .bad(
                "database clock", "is \(seconds) seconds from this machine’s",
                mend: "Set both clocks by the same time server.")
            : .good("database clock", "is that of this machine")
    }

    private func durability(_ state: PostgresState) -> Finding {
        state.unsafe.isEmpty
            ? .good("database disk", "what was answered is on the disk")
            : .bad(
                "database disk", "what was answered may be lost: \(state.unsafe.joined(separator: ", ")) is off",
                mend: "Set it to on in postgresql.conf.")
    }

    private func checks(_ state: PostgresState) -> Finding {
        switch (state.hasChecksums, state.hasAmcheck) {
        case (true, true): .good("database checks", "checksums and amcheck")
        case (true, false):
            .good("database checks", "checksums; with the extension amcheck, indexes would be looked at too")
        case (false, _):
            .notice(
                "database checks", "no checksums: a changed page would not be noticed",
                mend: "Stop PostgreSQL, type: pg_checksums --enable, and start it again.")
        }
    }
}
