package import Storage

/// The table of those who ask that an organisation may join. What it is called stands in no column named for organisations: by such a one
/// the audit trail knows whose an entry is.
package enum JoinRequestMigration {
    package static let migration = Migration(
        19, "requests to join",
        """
        CREATE TABLE join_request (
            place TEXT NOT NULL,
            id TEXT NOT NULL,
            token TEXT,
            called TEXT NOT NULL,
            name TEXT NOT NULL,
            email TEXT NOT NULL,
            message TEXT NOT NULL,
            language TEXT NOT NULL,
            confirmed INTEGER NOT NULL CHECK (confirmed IN (0, 1)),
            created INTEGER NOT NULL,
            answer TEXT CHECK (answer IN ('accepted', 'declined')),
            answered INTEGER,
            PRIMARY KEY (place, id),
            UNIQUE (place, token),
            FOREIGN KEY (place) REFERENCES place (place)
        ) STRICT;
        CREATE INDEX join_request_email ON join_request (place, email);
        """,
        audit: [AuditRule("join_request", hidden: ["token", "called", "name", "email", "message"])])
}
