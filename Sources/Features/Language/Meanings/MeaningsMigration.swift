package import Storage

/// Finds what the words of an organisation stand for, and keeps words of one kind from standing for two things at once.
package enum MeaningsMigration {
    package static let migration = Migration(
        22, "what words mean",
        """
        CREATE INDEX language_use_organisation ON language_use (place, organisation, kind, item);
        CREATE UNIQUE INDEX language_use_now ON language_use (place, kind, item)
            WHERE until IS NULL AND kind IN ('outcome', 'service');
        """)
}
