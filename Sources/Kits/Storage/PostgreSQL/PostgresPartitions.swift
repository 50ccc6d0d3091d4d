extension PostgresDatabase {
    /// Splits a table into parts by place, so that each can be moved to another server. Every key of the table stands on the parts
    /// then, and not on the whole, because a part on another server can't be under a key of the whole. To be run by the role that owns
    /// the tables, after ``Database/migrate(_:)``.
    ///
    /// - Returns: false where it was split before.
    @discardableResult
    package func split(_ table: String, into parts: Int) async throws(StorageError) -> Bool {
        let isWhole = try await first(
            "SELECT relkind = 'r' FROM pg_class WHERE relname = \(table) AND relnamespace = current_schema()::regnamespace"
        ) { try $0.column(0, as: Bool.self) }
        guard isWhole == true else { return false }
        let script = try Self.splitting(table, into: parts)
        try await transaction { try await $0.script("", postgres: script) }
        return true
    }

    private static func splitting(_ table: String, into parts: Int) throws(StorageError) -> String {
        """
        DO $parts$
        DECLARE
            plain text := \(try PostgresText.quoted(table));
            whole text := plain || '_whole';
            triggers text[] := ARRAY(SELECT pg_get_triggerdef(oid) FROM pg_trigger
                WHERE tgrelid = plain::regclass AND NOT tgisinternal AND tgname <> 'io_audit');
            part text;
            key record;
            line text;
        BEGIN
            EXECUTE format('ALTER TABLE %I RENAME TO %I', plain, whole);
            EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING DEFAULTS INCLUDING CONSTRAINTS) PARTITION BY HASH (place)', plain, whole);
            FOR number IN 0..\(parts - 1) LOOP
                part := format('%s_p%s', plain, number);
                EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING ALL)', part, whole);
                FOR key IN SELECT pg_get_constraintdef(oid) AS text FROM pg_constraint
                    WHERE conrelid = whole::regclass AND contype = 'f'
                LOOP
                    EXECUTE format('ALTER TABLE %I ADD %s', part, key.text);
                END LOOP;
                EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES WITH (MODULUS \(parts), REMAINDER %s)',
                    plain, part, number);
            END LOOP;
            EXECUTE format('INSERT INTO %I SELECT * FROM %I', plain, whole);
            EXECUTE format('DROP TABLE %I', whole);
            FOREACH line IN ARRAY triggers LOOP EXECUTE line; END LOOP;
        END
        $parts$
        """
    }
}
