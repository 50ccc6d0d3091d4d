package import Storage

/// The thesaurus of a place. What a concept says stands in its versions, which are never changed; the rest are rows that
/// follow from the newest of them.
package enum LanguageMigration {
    package static let migration = Migration(
        20, "language",
        """
        CREATE TABLE language_act (
            place TEXT NOT NULL,
            id TEXT NOT NULL,
            kind TEXT NOT NULL,
            about TEXT NOT NULL,
            author TEXT,
            created INTEGER NOT NULL,
            undone INTEGER,
            PRIMARY KEY (place, id)
        ) STRICT;
        CREATE TABLE language_scheme (
            place TEXT NOT NULL,
            number INTEGER NOT NULL CHECK (number >= 1),
            id TEXT NOT NULL,
            body TEXT NOT NULL,
            edition INTEGER NOT NULL CHECK (edition >= 1),
            changed INTEGER NOT NULL,
            PRIMARY KEY (place, number),
            UNIQUE (place, id)
        ) STRICT;
        CREATE TABLE concept (
            place TEXT NOT NULL,
            number INTEGER NOT NULL CHECK (number >= 1),
            id TEXT NOT NULL,
            scheme INTEGER NOT NULL,
            version INTEGER NOT NULL CHECK (version >= 1),
            status TEXT NOT NULL CHECK (status IN ('proposed', 'adopted', 'superseded', 'retired')),
            sort_key TEXT NOT NULL,
            label_key TEXT NOT NULL,
            is_top INTEGER NOT NULL CHECK (is_top IN (0, 1)),
            PRIMARY KEY (place, number),
            UNIQUE (place, id),
            FOREIGN KEY (place, scheme) REFERENCES language_scheme (place, number)
        ) STRICT;
        CREATE INDEX concept_scheme ON concept (place, scheme, status, is_top, sort_key, number);
        CREATE INDEX concept_label ON concept (place, label_key, number);
        CREATE TABLE concept_version (
            place TEXT NOT NULL,
            concept INTEGER NOT NULL,
            version INTEGER NOT NULL CHECK (version >= 1),
            status TEXT NOT NULL CHECK (status IN ('proposed', 'adopted', 'superseded', 'retired')),
            body TEXT NOT NULL,
            successors TEXT NOT NULL,
            since INTEGER NOT NULL,
            act TEXT NOT NULL,
            reason TEXT NOT NULL,
            PRIMARY KEY (place, concept, version),
            FOREIGN KEY (place, concept) REFERENCES concept (place, number),
            FOREIGN KEY (place, act) REFERENCES language_act (place, id)
        ) STRICT;
        CREATE INDEX concept_version_act ON concept_version (place, act);
        CREATE TABLE concept_broader (
            place TEXT NOT NULL,
            wider TEXT NOT NULL,
            concept INTEGER NOT NULL,
            PRIMARY KEY (place, wider, concept)
        ) STRICT;
        CREATE INDEX concept_broader_concept ON concept_broader (place, concept);
        CREATE TABLE concept_mapping (
            place TEXT NOT NULL,
            target TEXT NOT NULL,
            concept INTEGER NOT NULL,
            kind TEXT NOT NULL,
            PRIMARY KEY (place, target, concept, kind)
        ) STRICT;
        CREATE INDEX concept_mapping_concept ON concept_mapping (place, concept);
        CREATE TABLE language_use (
            place TEXT NOT NULL,
            concept INTEGER NOT NULL,
            kind TEXT NOT NULL,
            item TEXT NOT NULL,
            words TEXT NOT NULL,
            organisation TEXT,
            author TEXT,
            since INTEGER NOT NULL,
            until INTEGER,
            PRIMARY KEY (place, concept, kind, item, since),
            FOREIGN KEY (place, concept) REFERENCES concept (place, number)
        ) STRICT;
        CREATE TABLE concept_comment (
            place TEXT NOT NULL,
            concept INTEGER NOT NULL,
            number INTEGER NOT NULL CHECK (number >= 1),
            said TEXT NOT NULL,
            author TEXT,
            organisation TEXT,
            created INTEGER NOT NULL,
            PRIMARY KEY (place, concept, number),
            FOREIGN KEY (place, concept) REFERENCES concept (place, number)
        ) STRICT;
        CREATE TABLE proposed_word (
            place TEXT NOT NULL,
            concept INTEGER NOT NULL,
            number INTEGER NOT NULL CHECK (number >= 1),
            words TEXT NOT NULL,
            language TEXT NOT NULL,
            author TEXT,
            created INTEGER NOT NULL,
            answer TEXT CHECK (answer IN ('taken', 'declined')),
            PRIMARY KEY (place, concept, number),
            FOREIGN KEY (place, concept) REFERENCES concept (place, number)
        ) STRICT;
        """,
        // An act says who did what, and its versions say what became of it: both stay for good. A scheme of a hundred
        // thousand concepts is one act and one entry.
        audit: [
            .passing("concept"), .passing("concept_version"), .passing("concept_broader"),
            .passing("concept_mapping"), AuditRule("concept_comment", hidden: ["said"]),
        ])
}
