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
}
