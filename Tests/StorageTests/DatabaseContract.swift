import FoundationEssentials
import Storage
import Testing

/// The promises of every database. A driver's suite runs each of these on a new, empty store.
struct DatabaseContract {
    let database: any Database

    func insert(_ id: Int, _ title: String, into store: (any Writing)? = nil) async throws(StorageError) {
        try await (store ?? database).execute(
            "INSERT INTO outcome (place, id, title) VALUES (\("leeds"), \(id), \(title))")
    }

    func titles() async throws(StorageError) -> [String] {
        try await database.rows("SELECT title FROM outcome WHERE place = \("leeds") ORDER BY id") {
            row throws(StorageError) in try row.column(0)
        }
    }
}
