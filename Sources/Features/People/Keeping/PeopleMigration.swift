package import Storage

/// The tables of persons, of what they are in organisations, and of the ways in.
package enum PeopleMigration {
    package static let migration = Migration(
        6, "people",
        """
        CREATE TABLE person (
            place TEXT NOT NULL,
            id TEXT NOT NULL,
            name TEXT NOT NULL,
            email TEXT NOT NULL,
            password TEXT,
            facilitator INTEGER NOT NULL CHECK (facilitator IN (0, 1)),
            created INTEGER NOT NULL,
            PRIMARY KEY (place, id),
            UNIQUE (place, email),
            FOREIGN KEY (place) REFERENCES place (place)
        ) STRICT;
        CREATE TABLE membership (
            place TEXT NOT NULL,
            person TEXT NOT NULL,
            organisation TEXT NOT NULL,
            role TEXT NOT NULL CHECK (role IN ('owner', 'editor', 'contributor', 'reader')),
            until INTEGER,
            since INTEGER NOT NULL,
            PRIMARY KEY (place, person, organisation),
            FOREIGN KEY (place, person) REFERENCES person (place, id) ON DELETE CASCADE,
            FOREIGN KEY (place, organisation) REFERENCES organisation (place, id)
        ) STRICT;
        CREATE INDEX membership_organisation ON membership (place, organisation);
        CREATE TABLE session (
            place TEXT NOT NULL,
            token TEXT NOT NULL,
            id TEXT NOT NULL,
            person TEXT NOT NULL,
            organisation TEXT,
            created INTEGER NOT NULL,
            seen INTEGER NOT NULL,
            client TEXT NOT NULL,
            browser TEXT NOT NULL,
            PRIMARY KEY (place, token),
            UNIQUE (place, id),
            FOREIGN KEY (place, person) REFERENCES person (place, id) ON DELETE CASCADE
        ) STRICT;
        CREATE INDEX session_person ON session (place, person);
        CREATE TABLE invitation (
            place TEXT NOT NULL,
            token TEXT NOT NULL,
            id TEXT NOT NULL,
            email TEXT NOT NULL,
            organisation TEXT NOT NULL,
            role TEXT NOT NULL CHECK (role IN ('owner', 'editor', 'contributor', 'reader')),
            until INTEGER,
            invited_by TEXT NOT NULL,
            created INTEGER NOT NULL,
            expires INTEGER NOT NULL,
            PRIMARY KEY (place, token),
            UNIQUE (place, id),
            FOREIGN KEY (place, organisation) REFERENCES organisation (place, id)
        ) STRICT;
        CREATE TABLE attempt (
            place TEXT NOT NULL,
            subject TEXT NOT NULL,
            began INTEGER NOT NULL,
            number INTEGER NOT NULL,
            PRIMARY KEY (place, subject)
        ) STRICT;
        """,
        audit: [
            AuditRule("person", hidden: ["name", "email", "password"]),
            AuditRule("session", hidden: ["token", "client", "browser"], unwatched: ["seen", "organisation"]),
            AuditRule("invitation", hidden: ["token", "email"]),
            .passing("attempt"),
        ])
}
