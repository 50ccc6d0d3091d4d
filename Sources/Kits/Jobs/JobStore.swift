import CanonicalJSON
import FoundationEssentials
import Storage

/// Every statement about jobs.
struct JobStore: Sendable {
    /// The number of the table's migration in the program's one series.
    static let migration = Migration(
        1, "jobs",
        """
        CREATE TABLE job (
            place TEXT NOT NULL,
            id TEXT NOT NULL,
            kind TEXT NOT NULL,
            payload TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
            progress INTEGER NOT NULL CHECK (progress BETWEEN 0 AND 100),
            note TEXT NOT NULL,
            attempts INTEGER NOT NULL,
            run_after INTEGER NOT NULL,
            created INTEGER NOT NULL,
            started INTEGER,
            finished INTEGER,
            cancel_asked INTEGER NOT NULL CHECK (cancel_asked IN (0, 1)),
            error TEXT,
            result TEXT,
            PRIMARY KEY (place, id)
        ) STRICT;
        CREATE INDEX job_waiting ON job (run_after, created) WHERE state = 'queued';
        """)

    static let ownerMigration = Migration(7, "owners of jobs", "ALTER TABLE job ADD COLUMN owner TEXT;")

    /// Of the whole installation: the queue takes up work of every place.
    let database: any Database

    func insert(_ job: Job, in store: any Writing) async throws(StorageError) {
        try await store.execute(
            """
            INSERT INTO job (place, id, owner, kind, payload, state, progress, note, attempts, run_after, created,
                cancel_asked)
            VALUES (\(job.place), \(job.id), \(job.owner), \(job.kind), \(job.payload.canonicalText), \(job.state),
                \(job.progress), \(job.note), \(job.attempts), \(job.runAfter), \(job.created), \(job.isCancelAsked))
            """)
    }

    func find(_ id: String, in place: String) async throws(StorageError) -> Job? {
        try await database.at(place).first(
            "SELECT \(columns) FROM job WHERE place = \(place) AND id = \(id)", Job.init(row:))
    }

    func unfinished(in place: String, of kind: String?, owner: String?) async throws(StorageError) -> [Job] {
        let one: SQL = kind.map { kind in " AND kind = \(kind)" } ?? ""
        let theirs: SQL = owner.map { owner in " AND owner = \(owner)" } ?? ""
        return try await database.at(place).rows(
            """
            SELECT \(columns) FROM job WHERE place = \(place) AND state IN ('queued', 'running')\(one)\(theirs)
            ORDER BY created, id LIMIT 1000
            """, Job.init(row:))
    }

    func waiting(in place: String, of store: any Reading) async throws(StorageError) -> Int {
        try await store.first("SELECT count(*) FROM job WHERE state = 'queued' AND place = \(place)") {
            try $0.column(0)
        } ?? 0
    }

    /// Takes the job that has waited longest and marks it as running; jobs of some kinds are left to wait.
    func claim(at now: Date, except kinds: [String]) async throws(StorageError) -> Job? {
        let others = kinds.reduce("" as SQL) { conditions, kind in "\(conditions) AND kind <> \(kind)" }
        let next: SQL = """
            SELECT place, id FROM job WHERE state = 'queued' AND run_after <= \(now)\(others)
            ORDER BY run_after, created LIMIT 1
            """
        // Mostly there is nothing, and looking must not disturb those who write.
        guard try await database.first(next, { _ in true }) != nil else { return nil }
        return try await database.transaction { transaction in
            try await transaction.first(
                """
                UPDATE job SET state = 'running', attempts = attempts + 1, started = \(now), progress = 0, note = ''
                WHERE (place, id) IN (\(next)) RETURNING \(columns)
                """, Job.init(row:))
        }
    }

    /// Writes how an attempt ended. An attempt that is no longer the current one changes nothing.
    func end(_ job: Job, as ending: JobEnding, at now: Date) async throws(StorageError) {
        let change: SQL =
            switch ending {
            case .done(let result):
                "state = 'done', progress = 100, finished = \(now), result = \(result.canonicalText)"
            case .failed(let error): "state = 'failed', finished = \(now), error = \(error)"
            case .cancelled: "state = 'cancelled', finished = \(now)"
            case .again(let after, let error): "state = 'queued', run_after = \(after), error = \(error)"
            case .handedBack: "state = 'queued', attempts = attempts - 1"
            }
        try await database.at(job.place).execute(
            """
            UPDATE job SET \(change) WHERE place = \(job.place) AND id = \(job.id)
                AND state = 'running' AND attempts = \(job.attempts)
            """)
    }

    func note(_ job: Job) async throws(StorageError) {
        try await database.at(job.place).execute(
            """
            UPDATE job SET progress = \(job.progress), note = \(job.note) WHERE place = \(job.place) AND id = \(job.id)
                AND state = 'running' AND attempts = \(job.attempts)
            """)
    }

    /// Cancels a job that waits, or writes down that one that runs is to stop. False where it is neither.
    func cancel(_ id: String, in place: String, at now: Date) async throws(StorageError) -> Bool {
        let changes = try await database.at(place).execute([
            """
            UPDATE job SET state = 'cancelled', finished = \(now)
            WHERE place = \(place) AND id = \(id) AND state = 'queued'
            """,
            "UPDATE job SET cancel_asked = 1 WHERE place = \(place) AND id = \(id) AND state = 'running'",
        ])
        return changes.contains(1)
    }

    /// Puts back what ran when the program ended without a word, except what was to stop or has ended it too often.
    func recover(attempts: Int, at now: Date) async throws(StorageError) {
        try await database.execute([
            "UPDATE job SET state = 'cancelled', finished = \(now) WHERE state = 'running' AND cancel_asked = 1",
            """
            UPDATE job SET state = 'failed', finished = \(now), error = 'interrupted'
            WHERE state = 'running' AND attempts >= \(attempts)
            """,
            "UPDATE job SET state = 'queued' WHERE state = 'running'",
        ])
    }

    func removeFinished(before moment: Date) async throws(StorageError) {
        try await database.execute("DELETE FROM job WHERE finished < \(moment)")
    }
}

/// How an attempt ended.
enum JobEnding: Sendable {
    case done(JSON)
    case failed(String)
    case cancelled
    case again(after: Date, error: String)
    /// Interrupted by us; the attempt does not count.
    case handedBack
}

private let columns: SQL = """
    place, id, kind, payload, state, progress, note, attempts, run_after, created, started, finished, cancel_asked,
    error, result, owner
    """

extension Job {
    /// Reads `columns`.
    fileprivate init(row: Row) throws(StorageError) {
        place = try row.column(0)
        id = try row.column(1)
        kind = try row.column(2)
        payload = try json(row.column(3), column: 3)
        state = try row.column(4)
        progress = try row.column(5)
        note = try row.column(6)
        attempts = try row.column(7)
        runAfter = try row.column(8)
        created = try row.column(9)
        started = try row.column(10)
        finished = try row.column(11)
        isCancelAsked = try row.column(12)
        error = try row.column(13)
        let text: String? = try row.column(14)
        owner = try row.column(15)
        if let text { result = try json(text, column: 14) } else { result = nil }
    }
}

private func json(_ text: String, column: Int) throws(StorageError) -> JSON {
    do {
        return try JSON(parsing: text)
    } catch {
        throw .column(column, wanted: "JSON", found: "other text")
    }
}
