package import Storage

/// Lets workbooks, accounts and what people are belong to one programme of an organisation. None means all of it.
package enum ProgrammeMigration {
    package static let migration = Migration(
        17, "programmes",
        """
        CREATE TABLE programme (
            place TEXT NOT NULL,
            organisation TEXT NOT NULL,
            id TEXT NOT NULL,
            name TEXT NOT NULL,
            created INTEGER NOT NULL,
            PRIMARY KEY (place, id),
            UNIQUE (place, organisation, name),
            FOREIGN KEY (place, organisation) REFERENCES organisation (place, id)
        ) STRICT;
        ALTER TABLE import ADD COLUMN programme TEXT;
        ALTER TABLE account ADD COLUMN programme TEXT;
        ALTER TABLE membership ADD COLUMN programme TEXT;
        ALTER TABLE invitation ADD COLUMN programme TEXT;
        """)
}
