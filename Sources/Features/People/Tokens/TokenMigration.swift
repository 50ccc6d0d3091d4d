package import Storage

package enum TokenMigration {
    package static let migration = Migration(
        12, "tokens of programs",
        """
        CREATE TABLE api_token (
            place TEXT NOT NULL,
            token TEXT NOT NULL,
            id TEXT NOT NULL,
            name TEXT NOT NULL,
            organisation TEXT NOT NULL,
            role TEXT NOT NULL CHECK (role IN ('owner', 'editor', 'contributor', 'reader')),
            made_by TEXT NOT NULL,
            created INTEGER NOT NULL,
            seen INTEGER,
            until INTEGER,
            PRIMARY KEY (place, token),
            UNIQUE (place, id),
            FOREIGN KEY (place, organisation) REFERENCES organisation (place, id),
            FOREIGN KEY (place, made_by) REFERENCES person (place, id) ON DELETE CASCADE
        ) STRICT;
        CREATE INDEX api_token_organisation ON api_token (place, organisation);
        """, audit: [AuditRule("api_token", hidden: ["token"], unwatched: ["seen"])])
}
