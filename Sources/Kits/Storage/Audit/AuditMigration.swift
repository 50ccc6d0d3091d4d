package import FoundationEssentials

/// The table of the audit trail, which only grows.
package enum AuditMigration {
    /// How long an entry stands before it may be removed: six years, in milliseconds. What somebody may have to answer for is kept for
    /// as long in the United Kingdom (Limitation Act 1980, section 5).
    package static let keptFor: Int64 = 6 * 31_557_600_000

    package static let migration = Migration(
        11, "audit trail", table + sqliteGuards, postgres: PostgresDialect.render(table) + postgresGuards)

    /// Removes entries of a place that were made before a moment, as far as they are old enough to go, and says how many. Of a row that
    /// is still there the newest entry stays: it says what the row is to hold.
    package static func forget(
        before moment: Date, in place: String, _ transaction: any Transaction
    ) async throws(StorageError) -> Int {
        try await transaction.execute(
            """
            DELETE FROM audit WHERE place = \(place) AND moment < \(moment) AND (operation = 'removed' OR EXISTS
                (SELECT 1 FROM audit AS later WHERE later.place = audit.place AND later.table_name = audit.table_name
                    AND later.row_key = audit.row_key AND later.number > audit.number))
            """)
    }

    private static let table = """
        CREATE TABLE audit (
            place TEXT NOT NULL,
            number INTEGER NOT NULL,
            moment INTEGER NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('person', 'token', 'server')),
            actor TEXT,
            organisation TEXT,
            client TEXT NOT NULL,
            action TEXT NOT NULL,
            request TEXT NOT NULL,
            table_name TEXT NOT NULL,
            row_key TEXT NOT NULL,
            operation TEXT NOT NULL CHECK (operation IN ('added', 'changed', 'removed', 'sealed')),
            before TEXT,
            after TEXT,
            digest TEXT,
            PRIMARY KEY (place, number)
        ) STRICT;
        CREATE INDEX audit_row ON audit (place, table_name, row_key, number);
        CREATE INDEX audit_organisation ON audit (place, organisation, number);

        """

    private static let sqliteGuards = """
        CREATE TRIGGER audit_unchanged BEFORE UPDATE ON audit BEGIN
            SELECT RAISE(ABORT, 'the audit trail only grows');
        END;
        CREATE TRIGGER audit_unremoved BEFORE DELETE ON audit
        WHEN OLD.moment > CAST(strftime('%s', 'now') AS INTEGER) * 1000 - \(keptFor) BEGIN
            SELECT RAISE(ABORT, 'the audit trail only grows');
        END;
        """

    /// The trail's own work is the owner's: whoever may only work with the tables can't write an entry by hand.
    private static let postgresGuards = """
        CREATE FUNCTION io_audit_kept() RETURNS trigger LANGUAGE plpgsql AS $kept$
        BEGIN
            IF TG_OP = 'DELETE' THEN
                IF OLD.moment <= extract(epoch FROM clock_timestamp())::bigint * 1000 - \(keptFor) THEN RETURN OLD; END IF;
            END IF;
            RAISE EXCEPTION 'the audit trail only grows' USING ERRCODE = 'check_violation';
        END
        $kept$;
        CREATE TRIGGER io_audit_kept BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION io_audit_kept();
        CREATE TRIGGER io_audit_whole BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION io_audit_kept();
        CREATE FUNCTION io_audit_side(line jsonb, hidden text[]) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $side$
            SELECT jsonb_object_agg(key, CASE
                WHEN key = ANY (hidden) THEN to_jsonb('(not kept)'::text)
                WHEN octet_length(value #>> '{}') > 1000 THEN to_jsonb(format('(%s bytes)', octet_length(value #>> '{}')))
                ELSE value END)
            FROM jsonb_each(line) WHERE value <> 'null'::jsonb
        $side$;
        CREATE FUNCTION io_audit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $audit$
        DECLARE
            author jsonb := coalesce(nullif(current_setting('io.author', true), ''), '{}')::jsonb;
            hidden text[] := string_to_array(TG_ARGV[2], ',');
            old_line jsonb;
            new_line jsonb;
            line jsonb;
            different text[];
        BEGIN
            IF author ? 'unrecorded' THEN RETURN NULL; END IF;
            IF TG_OP <> 'INSERT' THEN EXECUTE 'SELECT to_jsonb(line) FROM (SELECT ' || TG_ARGV[1] || ') line' INTO old_line USING OLD; END IF;
            IF TG_OP <> 'DELETE' THEN EXECUTE 'SELECT to_jsonb(line) FROM (SELECT ' || TG_ARGV[1] || ') line' INTO new_line USING NEW; END IF;
            line := coalesce(new_line, old_line);
            IF TG_OP = 'UPDATE' THEN
                SELECT array_agg(key) INTO different FROM jsonb_each(old_line)
                WHERE value IS DISTINCT FROM new_line -> key AND key <> ALL (string_to_array(TG_ARGV[3], ','));
                IF different IS NULL THEN RETURN NULL; END IF;
                SELECT jsonb_object_agg(key, value) INTO old_line FROM jsonb_each(old_line) WHERE key = ANY (different);
                SELECT jsonb_object_agg(key, value) INTO new_line FROM jsonb_each(new_line) WHERE key = ANY (different);
            END IF;
            INSERT INTO audit (place, number, moment, kind, actor, organisation, client, action, request, table_name, row_key,
                operation, before, after)
            SELECT line ->> 'place', coalesce(max(number), 0) + 1, (extract(epoch FROM clock_timestamp()) * 1000)::bigint,
                coalesce(author ->> 'kind', 'server'), author ->> 'actor',
                coalesce(CASE TG_ARGV[4] WHEN 'organisation' THEN line ->> 'id' ELSE line ->> 'organisation' END, author ->> 'organisation'),
                coalesce(author ->> 'client', ''), coalesce(author ->> 'action', ''), coalesce(author ->> 'request', ''),
                TG_ARGV[4],
                coalesce((SELECT string_agg(line ->> part, '/' ORDER BY position)
                    FROM unnest(string_to_array(TG_ARGV[0], ',')) WITH ORDINALITY AS parts (part, position)), ''),
                CASE TG_OP WHEN 'INSERT' THEN 'added' WHEN 'UPDATE' THEN 'changed' ELSE 'removed' END,
                io_audit_side(old_line, hidden)::text, io_audit_side(new_line, hidden)::text
            FROM audit WHERE place = line ->> 'place';
            RETURN NULL;
        END
        $audit$;
        REVOKE ALL ON FUNCTION io_audit() FROM PUBLIC;
        """
}
