import Storage
import Testing

/// One promise that every database keeps. A driver's suite runs all of them, each on a new store with ``outcomes``.
struct Promise: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let check: @Sendable (any Database) async throws -> Void

    init(_ sentence: String, _ check: @escaping @Sendable (any Database) async throws -> Void) {
        testDescription = sentence
        self.check = check
    }

    static let all = values + statements + transactions + concurrency + migrations + language + trail
}

let outcomes = Migration(
    1, "outcomes",
    """
    CREATE TABLE outcome (
        place TEXT NOT NULL, id INTEGER NOT NULL, title TEXT NOT NULL CHECK (title <> ''), note TEXT, picture BLOB,
        PRIMARY KEY (place, id), UNIQUE (place, title)
    ) STRICT;
    CREATE TABLE indicator (
        place TEXT NOT NULL, id INTEGER NOT NULL, outcome INTEGER NOT NULL,
        PRIMARY KEY (place, id),
        FOREIGN KEY (place, outcome) REFERENCES outcome (place, id) DEFERRABLE INITIALLY DEFERRED
    ) STRICT;
    """)

let place = "leeds"

func insert(_ id: Int, _ title: String? = nil) -> SQL {
    "INSERT INTO outcome (place, id, title) VALUES (\(place), \(id), \(title ?? "outcome \(id)"))"
}

extension Reading {
    func outcomeIDs() async throws(StorageError) -> [Int] {
        try await rows("SELECT id FROM outcome WHERE place = \(place) ORDER BY id") { try $0.column(0) }
    }
}

/// The kind of failure of a statement, or nil where it did not fail.
func failure<Value>(_ work: () async throws -> Value) async -> StorageError? {
    do {
        _ = try await work()
        return nil
    } catch {
        return error as? StorageError
    }
}

extension StorageError {
    var constraint: Constraint? {
        if case .constraint(let kind, _) = self { kind } else { nil }
    }
}
