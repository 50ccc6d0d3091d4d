import CanonicalJSON
package import Documents
package import FoundationEssentials
package import Storage
package import Web
package import Workbooks

/// Every statement about imports and about what was learned from them.
package struct ImportStore: Sendable {
    package static let migration = Migration(
        3, "imports",
        """
        CREATE TABLE import (
            place TEXT NOT NULL,
            id TEXT NOT NULL,
            file_name TEXT NOT NULL,
            digest TEXT NOT NULL,
            created INTEGER NOT NULL,
            options TEXT NOT NULL,
            left_unread TEXT NOT NULL,
            workbook BLOB,
            made_up INTEGER NOT NULL CHECK (made_up IN (0, 1)),
            taken_back INTEGER,
            PRIMARY KEY (place, id)
        ) STRICT;
        CREATE TABLE remembered_meaning (
            place TEXT NOT NULL,
            sheet TEXT NOT NULL,
            header TEXT NOT NULL,
            meaning TEXT NOT NULL,
            PRIMARY KEY (place, sheet, header)
        ) STRICT;
        """)

    package let database: any Database
    package let place: String
    /// Whose imports these are. Nobody else's can be reached through this store.
    package let organisation: String
    /// The one programme whose imports can be reached; nil for all.
    package let programme: String?

    package init(_ database: any Database, place: String, organisation: String, programme: String? = nil) {
        self.programme = programme
        self.database = database.at(place)
        self.place = place
        self.organisation = organisation
    }

    private var own: SQL {
        let one: SQL = programme.map { programme in " AND programme = \(programme)" } ?? ""
        return "place = \(place) AND organisation = \(organisation)\(one)"
    }

    /// Keeps an import. One that has the same identifier stays as it is: a job may run twice, and somebody may have answered meanwhile.
    ///
    /// - Parameter workbook: what was read, as ``WorkbookBytes``.
    package func keep(
        _ item: StoredImport, _ workbook: [UInt8], in target: any Writing
    ) async throws(StorageError) {
        try await target.execute(
            """
            INSERT INTO import (place, organisation, id, file_name, digest, created, options, left_unread, workbook, made_up)
            VALUES (\(place), \(organisation), \(item.id), \(item.fileName), \(item.digest), \(item.created),
                \(item.options.json.canonicalText), \(json(item.leftUnread)), \(workbook), \(item.isMadeUp))
            ON CONFLICT (place, id) DO NOTHING
            """)
    }

    /// Puts less in the place of a workbook that was not taken back meanwhile; false where somebody has changed what it means since the
    /// lesser one was made, so that it may hold what they had taken out.
    func empty(
        _ id: String, to workbook: [UInt8], leftUnread: [String], ifStill seen: ImportOptions
    ) async throws(StorageError) -> Bool {
        let isDone = try await change(
            id, ifStill: seen, "workbook = \(workbook), left_unread = \(json(leftUnread))", " AND workbook IS NOT NULL")
        if isDone { try await database.forgetRemoved() }
        return isDone
    }

    package func find(_ id: String) async throws(StorageError) -> StoredImport? {
        try await database.first(
            """
            SELECT id, file_name, digest, created, options, left_unread, made_up, taken_back FROM import
            WHERE \(own) AND id = \(id)
            """, StoredImport.init(row:))
    }

    /// The cells that are kept of an import, as ``WorkbookBytes``; nil once it was taken back.
    func workbookBytes(of id: String) async throws(StorageError) -> [UInt8]? {
        try await database.first("SELECT workbook FROM import WHERE \(own) AND id = \(id)") { row in
            try row.column(0, as: [UInt8]?.self)
        } ?? nil
    }

    /// The cells that are kept of an import; nil once it was taken back.
    package func workbook(of id: String) async throws(StorageError) -> Workbook? {
        guard let bytes = try await workbookBytes(of: id) else { return nil }
        do { return try WorkbookBytes.decode(bytes) } catch { throw WorkbookBytes.damage }
    }

    /// Puts new options in the place of those that were seen; false where somebody has changed them meanwhile.
    func setOptions(
        _ options: ImportOptions, of id: String, ifStill seen: ImportOptions
    ) async throws(StorageError) -> Bool {
        try await change(id, ifStill: seen, "options = \(options.json.canonicalText)")
    }

    private func change(
        _ id: String, ifStill seen: ImportOptions, _ change: SQL, _ condition: SQL = ""
    ) async throws(StorageError) -> Bool {
        let own = own
        return try await database.transaction { transaction in
            let text = try await transaction.first("SELECT options FROM import WHERE \(own) AND id = \(id)") { row in
                try row.column(0, as: String.self)
            }
            guard let text, ImportOptions(json: try json(text, column: 0)).json == seen.json else { return false }
            try await transaction.execute("UPDATE import SET \(change) WHERE \(own) AND id = \(id)\(condition)")
            return true
        }
    }

    /// Forgets what the workbook held and was called; that there was one stays known.
    package func takeBack(_ id: String, at now: Date, in transaction: any Transaction) async throws(StorageError) {
        try await transaction.execute(
            """
            UPDATE import SET workbook = NULL, options = '{}', file_name = '', taken_back = \(now)
            WHERE \(own) AND id = \(id) AND taken_back IS NULL
            """)
    }

    /// Forgets that there were workbooks which were taken back before a moment, unless something made of them is still there.
    package static func forgetTakenBack(
        before moment: Date, in place: String, _ transaction: any Transaction
    ) async throws(StorageError) -> Int {
        try await transaction.execute(
            """
            DELETE FROM import WHERE place = \(place) AND taken_back < \(moment)
                AND NOT EXISTS (SELECT 1 FROM edition WHERE edition.place = import.place AND edition.import = import.id)
                AND NOT EXISTS
                    (SELECT 1 FROM correction WHERE correction.place = import.place AND correction.import = import.id)
            """)
    }

    /// Imports of a whole place that came in before a moment, or belong to an organisation that was closed, and still hold a workbook, each
    /// with the store that reaches it.
    package static func older(
        than moment: Date, in place: String, _ database: any Database
    ) async throws(StorageError) -> [(store: ImportStore, id: String)] {
        try await database.rows(
            """
            SELECT organisation, id FROM import
            WHERE place = \(place) AND workbook IS NOT NULL AND (created < \(moment) OR organisation IN
                (SELECT id FROM organisation WHERE place = \(place) AND closed IS NOT NULL))
            """
        ) { row in
            (ImportStore(database, place: place, organisation: try row.column(0)), try row.column(1))
        }
    }

    /// The imports that hold a workbook, the newest first, without those that were made up.
    ///
    /// - Parameter others: a statement that gives the identifiers of imports that are left out.
    package func waiting(page number: Int, besides others: SQL? = nil) async throws(StorageError) -> PageOf<ImportLine>
    {
        let isListed: SQL = others.map { "AND id NOT IN (\($0))" } ?? ""
        let found = try await database.rows(
            """
            SELECT id, file_name, created FROM import
            WHERE \(own) AND workbook IS NOT NULL AND made_up = 0 \(isListed)
            ORDER BY created DESC, id
            LIMIT \(PageOf<ImportLine>.size + 1) OFFSET \(PageOf<ImportLine>.skipped(before: number))
            """
        ) { row in
            ImportLine(id: try row.column(0), fileName: try row.column(1), created: try row.column(2))
        }
        return PageOf(found, number: number)
    }

    package func remembered() async throws(StorageError) -> RememberedMeanings {
        RememberedMeanings(
            try await database.rows(
                """
                SELECT sheet, header, meaning FROM remembered_meaning
                WHERE place = \(place) AND organisation = \(organisation)
                """
            ) {
                row in
                RememberedMeanings.Entry(
                    sheet: try row.column(0), header: try row.column(1), meaning: try row.column(2))
            })
    }

    package func remember(_ meanings: RememberedMeanings) async throws(StorageError) {
        let statements: [SQL] = meanings.entries.map { entry in
            """
            INSERT INTO remembered_meaning (place, organisation, sheet, header, meaning)
            VALUES (\(place), \(organisation), \(entry.sheet), \(entry.header), \(entry.meaning))
            ON CONFLICT (place, organisation, sheet, header) DO UPDATE SET meaning = excluded.meaning
            """
        }
        if !statements.isEmpty { try await database.execute(statements) }
    }
}

extension WorkbookBytes {
    /// What the store says of bytes that are no workbook.
    static let damage = StorageError.column(0, wanted: "a workbook", found: "other bytes")
}

extension StoredImport {
    fileprivate init(row: Row) throws(StorageError) {
        let leftUnread = try json(row.column(5), column: 5).arrayValue ?? []
        self.init(
            id: try row.column(0), fileName: try row.column(1), digest: try row.column(2), created: try row.column(3),
            options: ImportOptions(json: try json(row.column(4), column: 4)),
            leftUnread: leftUnread.compactMap(\.stringValue), isMadeUp: try row.column(6),
            takenBack: try row.column(7))
    }
}

private func json(_ texts: [String]) -> String { JSON.array(texts.map(JSON.string)).canonicalText }

private func json(_ text: String, column: Int) throws(StorageError) -> JSON {
    do { return try JSON(parsing: text) } catch { throw .column(column, wanted: "JSON", found: "other text") }
}
