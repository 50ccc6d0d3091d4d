package import Storage

/// The tables of a new password by mail, of a second step at sign-in, and of who somebody is to another provider.
package enum WaysInMigration {
    package static let migration = Migration(
        13, "ways in",
        """
        CREATE TABLE reset (
            place TEXT NOT NULL,
            token TEXT NOT NULL,
            person TEXT,
            created INTEGER NOT NULL,
            expires INTEGER NOT NULL,
            PRIMARY KEY (place, token),
            FOREIGN KEY (place, person) REFERENCES person (place, id) ON DELETE CASCADE
        ) STRICT;
        CREATE INDEX reset_person ON reset (place, person);
        CREATE TABLE second_factor (
            place TEXT NOT NULL,
            person TEXT NOT NULL,
            secret BLOB NOT NULL,
            confirmed INTEGER NOT NULL CHECK (confirmed IN (0, 1)),
            last_step INTEGER NOT NULL,
            created INTEGER NOT NULL,
            PRIMARY KEY (place, person),
            FOREIGN KEY (place, person) REFERENCES person (place, id) ON DELETE CASCADE
        ) STRICT;
        CREATE TABLE recovery_code (
            place TEXT NOT NULL,
            person TEXT NOT NULL,
            code TEXT NOT NULL,
            created INTEGER NOT NULL,
            PRIMARY KEY (place, person, code),
            FOREIGN KEY (place, person) REFERENCES person (place, id) ON DELETE CASCADE
        ) STRICT;
        CREATE TABLE identity (
            place TEXT NOT NULL,
            issuer TEXT NOT NULL,
            subject TEXT NOT NULL,
            person TEXT NOT NULL,
            created INTEGER NOT NULL,
            PRIMARY KEY (place, issuer, subject),
            FOREIGN KEY (place, person) REFERENCES person (place, id) ON DELETE CASCADE
        ) STRICT;
        CREATE INDEX identity_person ON identity (place, person);
        ALTER TABLE organisation ADD COLUMN second_factor INTEGER NOT NULL DEFAULT 0 CHECK (second_factor IN (0, 1));
        """,
        audit: [
            AuditRule("reset", hidden: ["token"]),
            AuditRule("second_factor", hidden: ["secret"], unwatched: ["last_step"]),
            AuditRule("recovery_code", hidden: ["code"]),
            AuditRule("identity", hidden: ["subject"]),
        ])
}
