package import Storage

/// What is needed to keep things for a while only: how much went in each night, since when people belong to nothing, and which
/// organisations were closed.
package enum RetentionMigration {
    package static let migration = Migration(
        15, "keeping for a while",
        """
        ALTER TABLE organisation ADD COLUMN closed INTEGER;
        CREATE TABLE removal (
            place TEXT NOT NULL,
            night TEXT NOT NULL,
            kind TEXT NOT NULL,
            number INTEGER NOT NULL CHECK (number > 0),
            PRIMARY KEY (place, night, kind)
        ) STRICT;
        CREATE TABLE unattached (
            place TEXT NOT NULL,
            person TEXT NOT NULL,
            since INTEGER NOT NULL,
            PRIMARY KEY (place, person),
            FOREIGN KEY (place, person) REFERENCES person (place, id) ON DELETE CASCADE
        ) STRICT;
        CREATE INDEX audit_actor ON audit (place, actor);
        """,
        audit: [.passing("removal"), .passing("unattached")])
}
