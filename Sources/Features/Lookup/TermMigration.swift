package import Storage

/// The tables of what can be found. All of it can be made anew from what the features keep, so none of it leaves an entry in the trail.
package enum TermMigration {
    package static let migration = Migration(
        21, "terms",
        """
        CREATE TABLE findable (
            place TEXT NOT NULL,
            id INTEGER NOT NULL,
            kind TEXT NOT NULL,
            audience TEXT NOT NULL,
            item TEXT NOT NULL,
            PRIMARY KEY (place, id),
            UNIQUE (place, kind, item)
        ) STRICT;
        CREATE TABLE term (
            place TEXT NOT NULL,
            findable INTEGER NOT NULL,
            number INTEGER NOT NULL,
            label TEXT NOT NULL CHECK (label IN ('preferred', 'alternative', 'hidden')),
            language TEXT,
            words TEXT NOT NULL,
            PRIMARY KEY (place, findable, number),
            FOREIGN KEY (place, findable) REFERENCES findable (place, id)
        ) STRICT;
        CREATE TABLE term_word (
            place TEXT NOT NULL,
            kind TEXT NOT NULL,
            audience TEXT NOT NULL,
            word TEXT NOT NULL,
            rank INTEGER NOT NULL,
            findable INTEGER NOT NULL,
            number INTEGER NOT NULL,
            PRIMARY KEY (place, kind, audience, word, rank, findable, number),
            FOREIGN KEY (place, findable, number) REFERENCES term (place, findable, number)
        ) STRICT;
        CREATE INDEX term_word_findable ON term_word (place, findable, word);
        CREATE TABLE word_key (
            place TEXT NOT NULL,
            kind TEXT NOT NULL,
            audience TEXT NOT NULL,
            key TEXT NOT NULL,
            word TEXT NOT NULL,
            PRIMARY KEY (place, kind, audience, key, word)
        ) STRICT;
        CREATE INDEX word_key_word ON word_key (place, kind, audience, word);
        CREATE TABLE terms_made (
            place TEXT NOT NULL,
            version INTEGER NOT NULL,
            PRIMARY KEY (place)
        ) STRICT;
        """,
        audit: ["findable", "term", "term_word", "word_key", "terms_made"].map(AuditRule.passing))

    /// Leaner tables for many terms: rows stand in the order of their keys, nothing is looked up that the store knows to be there, and
    /// no index looks right for keys that is one for words. What was kept is made anew.
    package static let leaner = Migration(
        24, "leaner terms",
        """
        DROP TABLE word_key;
        DROP TABLE term_word;
        DROP TABLE term;
        DROP TABLE findable;
        DELETE FROM terms_made;
        CREATE TABLE findable (
            place TEXT NOT NULL,
            id INTEGER NOT NULL,
            kind TEXT NOT NULL,
            audience TEXT NOT NULL,
            item TEXT NOT NULL,
            PRIMARY KEY (place, id),
            UNIQUE (place, kind, item)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE term (
            place TEXT NOT NULL,
            findable INTEGER NOT NULL,
            number INTEGER NOT NULL,
            label TEXT NOT NULL CHECK (label IN ('preferred', 'alternative', 'hidden')),
            language TEXT,
            words TEXT NOT NULL,
            PRIMARY KEY (place, findable, number)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE term_word (
            place TEXT NOT NULL,
            kind TEXT NOT NULL,
            audience TEXT NOT NULL,
            word TEXT NOT NULL,
            rank INTEGER NOT NULL,
            findable INTEGER NOT NULL,
            number INTEGER NOT NULL,
            PRIMARY KEY (place, kind, audience, word, rank, findable, number)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX term_word_findable ON term_word (place, findable, word);
        CREATE TABLE word_key (
            place TEXT NOT NULL,
            kind TEXT NOT NULL,
            audience TEXT NOT NULL,
            key TEXT NOT NULL,
            word TEXT NOT NULL,
            PRIMARY KEY (place, kind, audience, key, word)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX word_key_word ON word_key (place, word, kind, audience);
        """)

    package static let migrations = [migration, leaner]
}
