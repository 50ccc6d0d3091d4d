package import Storage

/// Lists of words that single organisations bring.
package enum ListsMigration {
    package static let migration = Migration(
        23, "lists of organisations", "ALTER TABLE language_scheme ADD COLUMN organisation TEXT;")

    /// Lists that come in parts, which nobody sees before all of a list is there. Each row says by which act it came; the acts that are
    /// not at their end stand in a table of their own, so that one row more or less hides a hundred thousand concepts or shows them.
    package static let inParts = Migration(
        25, "lists in parts",
        """
        ALTER TABLE language_scheme ADD COLUMN brought TEXT;
        ALTER TABLE concept ADD COLUMN brought TEXT;
        CREATE INDEX concept_brought ON concept (place, brought, number);
        CREATE TABLE language_coming (
            place TEXT NOT NULL,
            act TEXT NOT NULL,
            run TEXT NOT NULL,
            seen INTEGER NOT NULL,
            PRIMARY KEY (place, act)
        ) STRICT;
        """, audit: [.passing("language_coming")])

    /// Lists that are taken out of use and brought back. Each change stays, with its reason; the list itself says how it stands.
    package static let outOfUse = Migration(
        26, "lists out of use",
        """
        ALTER TABLE language_scheme ADD COLUMN retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1));
        CREATE TABLE language_list_change (
            place TEXT NOT NULL,
            scheme INTEGER NOT NULL,
            number INTEGER NOT NULL CHECK (number >= 1),
            act TEXT NOT NULL,
            reason TEXT NOT NULL,
            PRIMARY KEY (place, scheme, number),
            FOREIGN KEY (place, scheme) REFERENCES language_scheme (place, number),
            FOREIGN KEY (place, act) REFERENCES language_act (place, id)
        ) STRICT;
        """)

    /// What the last file of a list said of concepts that people have changed before it came, so that the next edition is compared with
    /// that. Of all others their versions say it.
    package static let stated = Migration(
        27, "what files said",
        """
        CREATE TABLE concept_stated (
            place TEXT NOT NULL,
            concept INTEGER NOT NULL,
            body TEXT NOT NULL,
            left_out INTEGER NOT NULL CHECK (left_out IN (0, 1)),
            PRIMARY KEY (place, concept),
            FOREIGN KEY (place, concept) REFERENCES concept (place, number)
        ) STRICT;
        """, audit: [.passing("concept_stated")])
}
