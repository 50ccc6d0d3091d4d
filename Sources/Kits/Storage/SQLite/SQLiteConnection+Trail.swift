import FoundationEssentials

/// The audit trail on a file: what was changed is written down before it is committed.
extension SQLiteConnection {
    /// How many rows are read at a time where all are: they may hold whole workbooks.
    private static let page = 20

    func keepTrail(by rules: [AuditRule]) {
        trail.take(rules)
        recorder.leaveOut(rules.filter { !$0.isKept }.map(\.table))
    }

    /// Writes down what the unit of work, or its present part, has changed.
    func recordChanges(by author: Author) throws(StorageError) {
        let changes = recorder.take()
        guard author.isRecorded, !changes.isEmpty, try isTrailKept() else { return }
        for change in changes {
            let shape = try shape(of: change.table)
            guard let row = change.after ?? change.before else { continue }
            var columns = Array(shape.columns.indices)
            let operation: String
            switch (change.before, change.after) {
            case (let before?, let after?):
                columns = shape.differences(before, after)
                if columns.isEmpty { continue }
                operation = "changed"
            case (nil, _): operation = "added"
            case (_, nil): operation = "removed"
            }
            try write(
                operation, of: row, shape, by: author, before: change.before.map { shape.text(of: $0, columns) },
                after: change.after.map { shape.text(of: $0, columns) })
        }
    }

    /// Writes an entry for each row that isn't what the trail says, and nothing for the others.
    func sealRows() throws(StorageError) {
        guard try isTrailKept() else { return }
        _ = try begin(.writer)
        do throws(StorageError) {
            for table in try keptTables() {
                let shape = try shape(of: table)
                try eachRow(of: shape) { row throws(StorageError) in
                    if try lastDigest(of: row, shape) != shape.digest(of: row) {
                        try write(
                            "sealed", of: row, shape, by: Author(.server, action: "seal"), before: nil, after: nil)
                    }
                }
            }
            try commit()
        } catch {
            rollback()
            throw error
        }
    }

    /// Rows that were changed, added or removed past the trail; at most 100 are named.
    func changedFromOutside() throws(StorageError) -> [String] {
        guard try isTrailKept() else { return [] }
        _ = try begin(.reader)
        defer { rollback() }
        var found: [String] = []
        for table in try keptTables() {
            let shape = try shape(of: table)
            try eachRow(of: shape) { row throws(StorageError) in
                guard found.count < 100 else { return }
                let last = try lastDigest(of: row, shape)
                if last == shape.digest(of: row) { return }
                let name = "\(table) \(shape.key(of: row)) in \(shape.place(of: row))"
                found.append(
                    last == nil ? "\(name) was added past the audit trail" : "\(name) was changed past the audit trail")
            }
            found += try removed(from: shape)
        }
        return Array(found.prefix(100))
    }

    /// Rows that the trail knows and the table doesn't.
    private func removed(from shape: SQLiteTrail.Shape) throws(StorageError) -> [String] {
        var there: Set<String> = []
        let columns = ([shape.place] + shape.key).map { "\"\(shape.columns[$0])\"" }.joined(separator: ", ")
        for row in try step(SQL(fixed: "SELECT \(columns) FROM \"\(shape.table)\"")) {
            let parts = row.values.map { SeenValue($0).plain }
            there.insert("\(parts[0])\n\(parts.dropFirst().joined(separator: "/"))")
        }
        let known = try step(
            """
            SELECT place, row_key, operation, max(number) FROM audit WHERE table_name = \(shape.table)
            GROUP BY place, row_key
            """)
        var found: [String] = []
        for row in known where try row.column(2, as: String.self) != "removed" {
            let (place, key): (String, String) = (try row.column(0), try row.column(1))
            if there.contains("\(place)\n\(key)") { continue }
            found.append("\(shape.table) \(key) in \(place) was removed past the audit trail")
        }
        return found
    }

    private func write(
        _ operation: String, of row: [SeenValue], _ shape: SQLiteTrail.Shape, by author: Author, before: String?,
        after: String?
    ) throws(StorageError) {
        let place = shape.place(of: row)
        let digest = operation == "removed" ? nil : shape.digest(of: row)
        _ = try step(
            """
            INSERT INTO audit (place, number, moment, kind, actor, organisation, client, action, request, table_name,
                row_key, operation, before, after, digest)
            SELECT \(place), coalesce(max(number), 0) + 1, \(Date()), \(author.kind), \(author.id),
                \(shape.organisation(of: row) ?? author.organisation), \(author.client), \(author.action),
                \(author.request), \(shape.table), \(shape.key(of: row)), \(operation), \(before), \(after), \(digest)
            FROM audit WHERE place = \(place)
            """)
    }

    private func lastDigest(of row: [SeenValue], _ shape: SQLiteTrail.Shape) throws(StorageError) -> String? {
        try step(
            """
            SELECT digest FROM audit WHERE place = \(shape.place(of: row)) AND table_name = \(shape.table)
                AND row_key = \(shape.key(of: row)) ORDER BY number DESC LIMIT 1
            """
        ).first?.column(0)
    }

    private func eachRow(
        of shape: SQLiteTrail.Shape, _ look: ([SeenValue]) throws(StorageError) -> Void
    ) throws(StorageError) {
        let columns = shape.columns.map { "\"\($0)\"" }.joined(separator: ", ")
        var last = Int64.min
        while true {
            let page = SQL(
                fixed: """
                    SELECT rowid, \(columns) FROM "\(shape.table)" WHERE rowid > \(last) ORDER BY rowid LIMIT \(Self.page)
                    """)
            let rows = try step(page)
            for row in rows {
                last = try row.column(0)
                try look(row.values.dropFirst().map(SeenValue.init))
            }
            if rows.count < Self.page { return }
        }
    }

    /// The tables of which the trail keeps the changes.
    private func keptTables() throws(StorageError) -> [String] {
        let names = try step(
            """
            SELECT name FROM pragma_table_list
            WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name
            """
        ).map { row throws(StorageError) in try row.column(0, as: String.self) }
        return names.filter { !AuditRule.ownTables.contains($0) && trail.rules[$0]?.isKept ?? true }
    }

    private func shape(of table: String) throws(StorageError) -> SQLiteTrail.Shape {
        if let known = trail.known(table) { return known }
        let columns = try step("SELECT name, pk FROM pragma_table_info(\(table)) ORDER BY cid").map {
            row throws(StorageError) in
            (name: try row.column(0, as: String.self), position: try row.column(1, as: Int.self))
        }
        return try trail.learn(table, columns)
    }

    private func isTrailKept() throws(StorageError) -> Bool {
        if let known = trail.isKept { return known }
        let isKept = try !step("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'audit'").isEmpty
        trail.isKept = isKept
        return isKept
    }
}
