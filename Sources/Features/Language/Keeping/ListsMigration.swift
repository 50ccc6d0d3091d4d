package import Storage

/// Lists of words that single organisations bring.
package enum ListsMigration {
    package static let migration = Migration(
        23, "lists of organisations", "ALTER TABLE language_scheme ADD COLUMN organisation TEXT;")
}
