import Storage
import Synchronization

/// Many clients write small rows through the store, each the next one when the last one is on the disk. For bench/store.py.
@main
struct Writing {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 4, let clients = Int(arguments[2]), let seconds = Double(arguments[3]) else {
            print("usage: StoreWriter FILE CLIENTS SECONDS")
            return
        }
        print(try await written(to: arguments[1], by: clients, within: .seconds(seconds)))
    }

    /// How many writes were answered.
    private static func written(to path: String, by clients: Int, within time: Duration) async throws -> Int {
        let database = try await SQLiteDatabase.open(path: path)
        try await database.migrate([
            Migration(
                1, "notes",
                """
                CREATE TABLE note (
                    place TEXT NOT NULL, id INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (place, id)
                ) STRICT;
                """)
        ])
        let count = Counter()
        let end = ContinuousClock.now + time
        try await withThrowingTaskGroup(of: Void.self) { group in
            for client in 0..<clients {
                group.addTask { count.add(try await write(as: client, until: end, database)) }
            }
            try await group.waitForAll()
        }
        await database.close()
        return count.value
    }

    private static func write(
        as client: Int, until end: ContinuousClock.Instant, _ database: SQLiteDatabase
    ) async throws -> Int {
        var number = 0
        while ContinuousClock.now < end {
            let text = "what somebody has noted down"
            try await database.execute(
                "INSERT INTO note (place, id, text) VALUES ('leeds', \(client << 32 | number), \(text))")
            number += 1
        }
        return number
    }
}

private final class Counter: Sendable {
    private let held = Atomic(0)

    var value: Int { held.load(ordering: .relaxed) }

    func add(_ number: Int) { held.add(number, ordering: .relaxed) }
}
