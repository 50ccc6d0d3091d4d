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
        """,
        audit: [.passing("job")])

    static let ownerMigration = Migration(7, "owners of jobs", "ALTER TABLE job ADD COLUMN owner TEXT;")

    static let authorMigration = Migration(14, "authors of jobs", "ALTER TABLE job ADD COLUMN author TEXT;")

    /// Of the whole installation: the queue takes up work of every place.
    let database: any Database

    func insert(_ job: Job, in store: any Writing) async throws(StorageError) {
        try await store.execute(
            """
            INSERT INTO job (place, id, owner, kind, payload, state, progress, note, attempts, run_after, created,
                cancel_asked, queued, author)
            VALUES (\(job.place), \(job.id), \(job.owner), \(job.kind), \(job.payload.canonicalText), \(job.state),
                \(job.progress), \(job.note), \(job.attempts), \(job.runAfter), \(job.created), \(job.isCancelAsked),
                \(job.created), \(job.author?.text))
            ON CONFLICT (place, id) DO NOTHING
            """)
    }

    func find(_ id: String, in place: String) async throws(StorageError) -> Job? {
        try await database.at(place).first(
            "SELECT \(columns) FROM job WHERE place = \(place) AND id = \(id)", Job.init(row:))
    }

    func unfinished(
        in place: String, of kind: String?, owner: String?, _ reader: any Reading
    ) async throws(StorageError) -> [Job] {
        let one: SQL = kind.map { kind in " AND kind = \(kind)" } ?? ""
        let theirs: SQL = owner.map { owner in " AND owner = \(owner)" } ?? ""
        return try await reader.rows(
            """
            SELECT \(columns) FROM job WHERE place = \(place) AND state IN ('queued', 'running')\(one)\(theirs)
            ORDER BY created, id LIMIT 1000
            """, Job.init(row:))
    }

    func waiting(_ kind: String, in place: String, of store: any Reading) async throws(StorageError) -> Int {
        try await store.first(
            "SELECT count(*) FROM job WHERE state = 'queued' AND place = \(place) AND kind = \(kind)"
        ) { try $0.column(0) } ?? 0
    }

    /// The jobs of an owner that failed, the newest first.
    func failed(in place: String, owner: String) async throws(StorageError) -> [Job] {
        try await database.at(place).rows(
            """
            SELECT \(columns) FROM job WHERE place = \(place) AND state = 'failed' AND owner = \(owner)
            ORDER BY finished DESC, id LIMIT 100
            """, Job.init(row:))
    }

    func counts() async throws(StorageError) -> [(kind: String, state: Job.State, count: Int)] {
        try await database.rows("SELECT kind, state, count(*) FROM job GROUP BY kind, state ORDER BY kind, state") {
            row in
            (try row.column(0), try row.column(1), try row.column(2))
        }
    }

    func putAway(_ id: String, in place: String) async throws(StorageError) -> Bool {
        try await database.at(place).execute(
            "DELETE FROM job WHERE place = \(place) AND id = \(id) AND state = 'failed'") == 1
    }

    /// Takes the job that has waited longest and marks it as running; jobs of some kinds are left to wait.
    ///
    /// It is looked for with a read, and taken with the right to write in its own place only: other places go on, and of several
    /// servers that found the same job one gets it.
    func claim(for runner: String, at now: Date, except kinds: [String]) async throws(StorageError) -> Job? {
        let others = kinds.reduce("" as SQL) { conditions, kind in "\(conditions) AND kind <> \(kind)" }
        // A pause of no length is over whatever the clock says, and so is one that began later than now: the clock was set back.
        let next: SQL = """
            SELECT place, id FROM job
            WHERE state = 'queued' AND (run_after <= \(now) OR run_after <= queued OR queued > \(now + 60))\(others)
            ORDER BY run_after, created LIMIT 1
            """
        // Those who are quicker than we are can be so for ever only where they do all the work.
        for _ in 0..<100 {
            let found = try await database.first(next) { row in
                (place: try row.column(0, as: String.self), id: try row.column(1, as: String.self))
            }
            guard let found else { return nil }
            let job = try await database.at(found.place).transaction { transaction in
                try await transaction.first(
                    """
                    UPDATE job SET state = 'running', attempts = attempts + 1, started = \(now), progress = 0, note = '',
                        runner = \(runner), beat = 0
                    WHERE place = \(found.place) AND id = \(found.id) AND state = 'queued' RETURNING \(columns)
                    """, Job.init(row:))
            }
            if let job { return job }
        }
        return nil
    }

    /// Writes how an attempt ended. An attempt that is no longer the current one changes nothing.
    func end(_ job: Job, of runner: String, as ending: JobEnding, at now: Date) async throws(StorageError) {
        let change: SQL
        switch ending {
        case .done(let result):
            change = "state = 'done', progress = 100, finished = \(now), result = \(result.canonicalText)"
        case .failed(let error): change = "state = 'failed', finished = \(now), error = \(error)"
        case .cancelled: change = "state = 'cancelled', finished = \(now)"
        case .again(let after, let error):
            change = "state = 'queued', run_after = \(after), queued = \(now), error = \(error)"
        case .handedBack: change = "state = 'queued', queued = \(now), attempts = attempts - 1"
        case .lost: return
        }
        try await database.at(job.place).execute(
            """
            UPDATE job SET \(change) WHERE place = \(job.place) AND id = \(job.id)
                AND state = 'running' AND attempts = \(job.attempts) AND runner = \(runner)
            """)
    }

    func note(_ job: Job, of runner: String) async throws(StorageError) {
        try await database.at(job.place).execute(
            """
            UPDATE job SET progress = \(job.progress), note = \(job.note) WHERE place = \(job.place) AND id = \(job.id)
                AND state = 'running' AND attempts = \(job.attempts) AND runner = \(runner)
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

    func removeFinished(
        before moment: Date, in place: String, of target: any Writing
    ) async throws(StorageError) -> Int {
        try await target.execute("DELETE FROM job WHERE place = \(place) AND finished < \(moment)")
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
    /// Another server has taken the job up, and will write its ending.
    case lost
}

private let columns: SQL = """
    place, id, kind, payload, state, progress, note, attempts, run_after, created, started, finished, cancel_asked,
    error, result, owner, author
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
        let author: String? = try row.column(16)
        self.author = author.flatMap(Author.init(text:))
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
