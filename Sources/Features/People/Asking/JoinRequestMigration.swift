package import Storage

/// The table of those who ask that an organisation may join.
package enum JoinRequestMigration {
    package static let migration = Migration(
        19, "requests to join",
        """
        CREATE TABLE join_request (
            place TEXT NOT NULL,
            id TEXT NOT NULL,
            token TEXT,
            organisation TEXT NOT NULL,
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
        audit: [AuditRule("join_request", hidden: ["token", "organisation", "name", "email", "message"])])
}
