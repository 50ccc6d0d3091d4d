package import Storage

extension AccountStore {
    package static let migration = Migration(
        4, "accounts",
        """
        CREATE TABLE account (
            place TEXT NOT NULL,
            id TEXT NOT NULL,
            created INTEGER NOT NULL,
            withdrawn INTEGER,
            withdrawal_reason TEXT,
            PRIMARY KEY (place, id)
        ) STRICT;
        CREATE TABLE edition (
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
            FOREIGN KEY (place, account) REFERENCES account (place, id),
            FOREIGN KEY (place, import) REFERENCES import (place, id),
            CHECK ((state = 'published') = (published IS NOT NULL))
        ) STRICT;
        CREATE INDEX edition_import ON edition (place, import);
        CREATE TABLE rendering (
            place TEXT NOT NULL,
            account TEXT NOT NULL,
            number INTEGER NOT NULL,
            form TEXT NOT NULL CHECK (form IN ('body', 'html', 'pdf', 'xlsx', 'json')),
            digest TEXT NOT NULL,
            bytes BLOB NOT NULL,
            PRIMARY KEY (place, account, number, form),
            FOREIGN KEY (place, account, number) REFERENCES edition (place, account, number) ON DELETE CASCADE
        ) STRICT;
        CREATE TABLE correction (
            place TEXT NOT NULL,
            import TEXT NOT NULL,
            account TEXT NOT NULL,
            reason TEXT NOT NULL,
            PRIMARY KEY (place, import),
            FOREIGN KEY (place, import) REFERENCES import (place, id),
            FOREIGN KEY (place, account) REFERENCES account (place, id)
        ) STRICT;
        """)
}
