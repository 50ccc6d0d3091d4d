import CanonicalJSON

extension Author {
    /// Tells the triggers of the audit trail who acts, until the end of the transaction.
    func setting() throws(StorageError) -> String {
        guard isRecorded else { return "SET LOCAL io.author = '{\"unrecorded\": true}'" }
        return "SET LOCAL io.author = \(try PostgresText.quoted(text))"
    }
}

/// The triggers that keep the audit trail, on every table with a place, whoever made it and whenever.
enum PostgresTrail {
    /// Sets the triggers as the rules are now; nothing where the store has no trail yet. A table's partitions have them from it.
    static func lay(by rules: [AuditRule]) throws(StorageError) -> String {
        var members: [String: JSON] = [:]
        for table in AuditRule.ownTables { members[table] = ["kept": false] }
        for rule in rules {
            members[rule.table] = [
                "kept": .bool(rule.isKept), "hidden": .string(rule.hidden.sorted().joined(separator: ",")),
                "unwatched": .string(rule.unwatched.sorted().joined(separator: ",")),
            ]
        }
        return """
            DO $trail$
            DECLARE
                found record;
                rules jsonb := \(try PostgresText.quoted(JSON.object(members).canonicalText));
            BEGIN
                IF to_regclass('audit') IS NULL THEN RETURN; END IF;
                FOR found IN
                    SELECT c.oid::regclass AS name, c.relname AS plain,
                        (SELECT string_agg(a.attname, ',' ORDER BY part.number)
                            FROM pg_index i CROSS JOIN LATERAL generate_series(0, i.indnkeyatts - 1) AS part (number)
                            JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[part.number]
                            -- The keys of a table that was split stand on its parts.
                            WHERE i.indrelid = CASE c.relkind WHEN 'r' THEN c.oid
                                    ELSE (SELECT min(inhrelid) FROM pg_inherits JOIN pg_class k ON k.oid = inhrelid
                                        WHERE inhparent = c.oid AND k.relkind = 'r') END
                                AND i.indisprimary AND a.attname <> 'place') AS key,
                        (SELECT string_agg(CASE a.atttypid WHEN 'bytea'::regtype
                                THEN format('''('' || octet_length(($1).%I) || '' bytes)'' AS %I', a.attname, a.attname)
                                ELSE format('($1).%I', a.attname) END, ', ' ORDER BY a.attnum)
                            FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns
                    FROM pg_class c
                    WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relnamespace = current_schema()::regnamespace
                        AND EXISTS (SELECT FROM pg_attribute
                            WHERE attrelid = c.oid AND attname = 'place' AND atttypid = 'text'::regtype)
                LOOP
                    IF rules -> found.plain ->> 'kept' = 'false' THEN
                        EXECUTE format('DROP TRIGGER IF EXISTS io_audit ON %s', found.name);
                    ELSE
                        EXECUTE format(
                            'CREATE OR REPLACE TRIGGER io_audit AFTER INSERT OR UPDATE OR DELETE ON %s
                                FOR EACH ROW EXECUTE FUNCTION io_audit(%L, %L, %L, %L, %L)',
                            found.name, coalesce(found.key, ''), found.columns,
                            coalesce(rules -> found.plain ->> 'hidden', ''), coalesce(rules -> found.plain ->> 'unwatched', ''),
                            found.plain);
                    END IF;
                END LOOP;
            END
            $trail$
            """
    }
}
