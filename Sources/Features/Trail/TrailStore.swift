import CanonicalJSON
import FoundationEssentials
package import Storage

/// Every statement about the audit trail; it is written by the store itself.
package struct TrailStore: Sendable {
    private let place: String

    package init(place: String) {
        self.place = place
    }

    /// Entries about an organisation, or made for it, newest first.
    ///
    /// - Parameter before: only those with a lower number.
    package func entries(
        of organisation: String, before: Int? = nil, most: Int, in store: any Reading
    ) async throws(StorageError) -> [TrailEntry] {
        let end: SQL = before.map { number in " AND audit.number < \(number)" } ?? ""
        return try await store.rows(
            """
            SELECT audit.number, audit.moment, audit.kind, audit.actor, audit.client, audit.action, audit.request,
                coalesce(person.name, api_token.name), audit.table_name, audit.row_key, audit.operation, audit.before, audit.after
            FROM audit LEFT JOIN person ON person.place = audit.place AND person.id = audit.actor
            LEFT JOIN api_token ON api_token.place = audit.place AND api_token.id = audit.actor AND audit.kind = 'token'
            WHERE audit.place = \(place) AND audit.organisation = \(organisation) AND audit.operation <> 'sealed'\(end)
            ORDER BY audit.number DESC LIMIT \(most)
            """
        ) { row in try TrailEntry(row: row, organisation: organisation) }
    }

    /// The name of the person who changed a row last, besides one; nil where that isn't known.
    package func lastPerson(
        behind table: String, _ row: String, besides reader: String?, in store: any Reading
    ) async throws(StorageError) -> String? {
        try await store.first(
            """
            SELECT person.name FROM audit JOIN person ON person.place = audit.place AND person.id = audit.actor
            WHERE audit.place = \(place) AND audit.table_name = \(table) AND audit.row_key = \(row)
                AND audit.actor <> \(reader ?? "")
            ORDER BY audit.number DESC LIMIT 1
            """
        ) { try $0.column(0) }
    }
}

extension TrailEntry {
    fileprivate init(row: Row, organisation: String) throws(StorageError) {
        let author = Author(
            try row.column(2), id: try row.column(3), organisation: organisation, client: try row.column(4),
            action: try row.column(5), request: try row.column(6))
        self.init(
            number: try row.column(0), moment: try row.column(1), author: author, name: try row.column(7),
            table: try row.column(8), row: try row.column(9), operation: try row.column(10),
            before: try side(row, 11), after: try side(row, 12))
    }
}

private func side(_ row: Row, _ column: Int) throws(StorageError) -> [String: JSON] {
    guard let text = try row.column(column, as: String?.self) else { return [:] }
    guard let members = (try? JSON(parsing: text))?.objectValue else {
        throw .column(column, wanted: "a JSON object", found: "other text")
    }
    return members
}
