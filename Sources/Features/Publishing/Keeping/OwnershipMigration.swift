package import Storage

/// Gives every import, account and remembered meaning to an organisation. What was there before organisations were goes to the
/// one without a name, which whoever founds the place then names.
///
/// Tables that a key points to can't be given a key of their own later, so all are made anew in the order in which they stand
/// on each other, and take the old ones' names.
package enum OwnershipMigration {
    package static let migration = Migration(
        8, "imports and accounts of organisations",
        """
        CREATE TABLE import_new (
            place TEXT NOT NULL,
            organisation TEXT NOT NULL,
            id TEXT NOT NULL,
            file_name TEXT NOT NULL,
            digest TEXT NOT NULL,
            created INTEGER NOT NULL,
            options TEXT NOT NULL,
            left_unread TEXT NOT NULL,
            workbook BLOB,
            made_up INTEGER NOT NULL CHECK (made_up IN (0, 1)),
            taken_back INTEGER,
            PRIMARY KEY (place, id),
            FOREIGN KEY (place, organisation) REFERENCES organisation (place, id)
        ) STRICT;
        INSERT INTO import_new (place, organisation, id, file_name, digest, created, options, left_unread, workbook,
                made_up, taken_back)
            SELECT place, 'first', id, file_name, digest, created, options, left_unread, workbook, made_up, taken_back
            FROM import;
        CREATE TABLE remembered_meaning_new (
            place TEXT NOT NULL,
            organisation TEXT NOT NULL,
            sheet TEXT NOT NULL,
            header TEXT NOT NULL,
            meaning TEXT NOT NULL,
            PRIMARY KEY (place, organisation, sheet, header),
            FOREIGN KEY (place, organisation) REFERENCES organisation (place, id)
        ) STRICT;
        INSERT INTO remembered_meaning_new (place, organisation, sheet, header, meaning)
            SELECT place, 'first', sheet, header, meaning FROM remembered_meaning;
        CREATE TABLE account_new (
            place TEXT NOT NULL,
            organisation TEXT NOT NULL,
            id TEXT NOT NULL,
            created INTEGER NOT NULL,
            withdrawn INTEGER,
            withdrawal_reason TEXT,
            PRIMARY KEY (place, id),
            FOREIGN KEY (place, organisation) REFERENCES organisation (place, id)
        ) STRICT;
        INSERT INTO account_new (place, organisation, id, created, withdrawn, withdrawal_reason)
            SELECT place, 'first', id, created, withdrawn, withdrawal_reason FROM account;
        CREATE TABLE edition_new (
            place TEXT NOT NULL,
            account TEXT NOT NULL,
            number INTEGER NOT NULL CHECK (number >= 1),
            import TEXT,
            state TEXT NOT NULL CHECK (state IN ('draft', 'published')),
            language TEXT NOT NULL,
            title TEXT NOT NULL,
            provider TEXT,
            commissioner TEXT,
            service TEXT,
            period TEXT,
            finding TEXT NOT NULL,
            summary TEXT NOT NULL,
            reason TEXT,
            made_up INTEGER NOT NULL CHECK (made_up IN (0, 1)),
            created INTEGER NOT NULL,
            published INTEGER,
            PRIMARY KEY (place, account, number),
            FOREIGN KEY (place, account) REFERENCES account_new (place, id),
            FOREIGN KEY (place, import) REFERENCES import_new (place, id),
            CHECK ((state = 'published') = (published IS NOT NULL))
        ) STRICT;
        INSERT INTO edition_new (place, account, number, import, state, language, title, provider, commissioner,
                service, period, finding, summary, reason, made_up, created, published)
            SELECT place, account, number, import, state, language, title, provider, commissioner, service, period,
                finding, summary, reason, made_up, created, published FROM edition;
        CREATE TABLE rendering_new (
            place TEXT NOT NULL,
            account TEXT NOT NULL,
            number INTEGER NOT NULL,
            form TEXT NOT NULL CHECK (form IN ('body', 'html', 'pdf', 'xlsx', 'json')),
            digest TEXT NOT NULL,
            bytes BLOB NOT NULL,
            PRIMARY KEY (place, account, number, form),
            FOREIGN KEY (place, account, number) REFERENCES edition_new (place, account, number) ON DELETE CASCADE
        ) STRICT;
        INSERT INTO rendering_new (place, account, number, form, digest, bytes)
            SELECT place, account, number, form, digest, bytes FROM rendering;
        CREATE TABLE correction_new (
            place TEXT NOT NULL,
            import TEXT NOT NULL,
            account TEXT NOT NULL,
            reason TEXT NOT NULL,
            PRIMARY KEY (place, import),
            FOREIGN KEY (place, import) REFERENCES import_new (place, id),
            FOREIGN KEY (place, account) REFERENCES account_new (place, id)
        ) STRICT;
        INSERT INTO correction_new (place, import, account, reason)
            SELECT place, import, account, reason FROM correction;
        DROP TABLE correction;
        DROP TABLE rendering;
        DROP TABLE edition;
        DROP TABLE account;
        DROP TABLE remembered_meaning;
        DROP TABLE import;
        ALTER TABLE import_new RENAME TO import;
        ALTER TABLE remembered_meaning_new RENAME TO remembered_meaning;
        ALTER TABLE account_new RENAME TO account;
        ALTER TABLE edition_new RENAME TO edition;
        ALTER TABLE rendering_new RENAME TO rendering;
        ALTER TABLE correction_new RENAME TO correction;
        CREATE INDEX edition_import ON edition (place, import);
        """,
        // What is taken back is to be forgotten.
        audit: [AuditRule("import", hidden: ["file_name", "options", "left_unread"])])
}
