import Storage

/// What several servers need who work on one store.
enum ServersMigration {
    /// Of a running job: which run of the program has it, and how many signs of life it has given. Of a waiting one: when it began
    /// to wait. What ran before this knows of no run, so that the first server that looks takes it up.
    static let migration = Migration(
        9, "several servers",
        """
        ALTER TABLE job ADD COLUMN runner TEXT NOT NULL DEFAULT '';
        ALTER TABLE job ADD COLUMN beat INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE job ADD COLUMN queued INTEGER NOT NULL DEFAULT 0;
        CREATE INDEX job_running ON job (runner) WHERE state = 'running';
        CREATE TABLE job_file (
            place TEXT NOT NULL,
            job TEXT NOT NULL,
            name TEXT NOT NULL,
            part INTEGER NOT NULL,
            created INTEGER NOT NULL,
            bytes BLOB NOT NULL,
            PRIMARY KEY (place, job, name, part)
        ) STRICT;
        CREATE TABLE key_in_use (
            place TEXT NOT NULL,
            digest TEXT NOT NULL,
            PRIMARY KEY (place)
        ) STRICT;
        """,
        audit: [.passing("job_file"), .passing("key_in_use")])
}
