/// The second wall between places: policies on every table with a place, whoever made it and whenever.
enum PostgresWall {
    /// Raises the wall around the tables that have none yet, and lets a role in to all tables.
    ///
    /// It is forced, so that it stands before the tables' owner too. A statement of a place sees and writes that place's rows; the
    /// installation's own work sees all; whoever says neither sees nothing.
    static func raise(for role: String?) -> String {
        let grants = role.map { role in
            """
                -- Parts are written through the whole alone. What was applied is written by the owner alone, and the audit trail by its own triggers.
                EXECUTE format('GRANT SELECT ON %s TO %I', found.name, \(quoted(role)));
                IF found.is_part THEN
                    NULL;
                ELSIF found.name IS NOT DISTINCT FROM to_regclass('audit') THEN
                    EXECUTE format('GRANT DELETE ON %s TO %I', found.name, \(quoted(role)));
                ELSIF found.name IS DISTINCT FROM to_regclass('migration') THEN
                    EXECUTE format('GRANT INSERT, UPDATE, DELETE ON %s TO %I', found.name, \(quoted(role)));
                END IF;

            """
        }
        return """
            DO $wall$
            DECLARE found record;
            BEGIN
                FOR found IN
                    SELECT c.oid::regclass AS name, c.oid AS number, c.relispartition AS is_part, EXISTS (
                        SELECT FROM pg_attribute WHERE attrelid = c.oid AND attname = 'place' AND atttypid = 'text'::regtype
                    ) AS has_place
                    FROM pg_class c WHERE c.relkind IN ('r', 'p') AND c.relnamespace = current_schema()::regnamespace
                LOOP
                \(grants ?? "")
                    CONTINUE WHEN NOT found.has_place
                        OR EXISTS (SELECT FROM pg_policy WHERE polrelid = found.number AND polname = 'place');
                    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', found.name);
                    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', found.name);
                    EXECUTE format(
                        'CREATE POLICY place ON %s USING (place = current_setting(''io.place'', true)
                            OR current_setting(''io.installation'', true) = ''on'')', found.name);
                END LOOP;
            END
            $wall$
            """
    }

    private static func quoted(_ text: String) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    }
}
