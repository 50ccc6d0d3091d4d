import FoundationEssentials
import Storage

/// The statements by which servers see to each other's work.
extension JobStore {
    /// A job that runs somewhere.
    struct RunningJob: Sendable {
        let key: SignsOfLife.Key
        let beat: Int
        let isCancelAsked: Bool
    }

    /// All that runs, on every server.
    func allRunning() async throws(StorageError) -> [RunningJob] {
        try await database.rows(
            "SELECT place, id, runner, attempts, beat, cancel_asked FROM job WHERE state = 'running' LIMIT 10000"
        ) { row in
            RunningJob(
                key: SignsOfLife.Key(
                    place: try row.column(0), id: try row.column(1), runner: try row.column(2),
                    attempts: try row.column(3)),
                beat: try row.column(4), isCancelAsked: try row.column(5))
        }
    }

    /// Gives a sign of life for jobs of one place that a run of the program works on.
    func renew(_ ids: [String], in place: String, of runner: String) async throws(StorageError) {
        try await database.at(place).execute(
            ids.map { id in
                """
                UPDATE job SET beat = beat + 1
                WHERE place = \(place) AND id = \(id) AND state = 'running' AND runner = \(runner)
                """
            })
    }

    /// Puts back a job that showed no life, except what was to stop or has ended the program too often. Changes nothing where it did
    /// show life meanwhile, or another server was quicker.
    ///
    /// - Parameter patience: of the kinds that have one of their own; the others are begun `attempts` times.
    func takeBack(
        _ job: RunningJob, attempts: Int, patience: [String: JobPatience], at now: Date
    ) async throws(StorageError) {
        let most = patience.sorted { $0.key < $1.key }.reduce("" as SQL) { cases, next in
            "\(cases) WHEN kind = \(next.key) THEN \(next.value.attempts)"
        }
        let limit: SQL = patience.isEmpty ? "\(attempts)" : "(CASE\(most) ELSE \(attempts) END)"
        let key = job.key
        let same: SQL = """
            place = \(key.place) AND id = \(key.id) AND state = 'running' AND runner = \(key.runner)
                AND attempts = \(key.attempts) AND beat = \(job.beat)
            """
        try await database.at(key.place).execute([
            "UPDATE job SET state = 'cancelled', finished = \(now) WHERE \(same) AND cancel_asked = 1",
            """
            UPDATE job SET state = 'failed', finished = \(now), error = 'interrupted'
            WHERE \(same) AND attempts >= \(limit)
            """,
            "UPDATE job SET state = 'queued', queued = \(now) WHERE \(same)",
        ])
    }
}
