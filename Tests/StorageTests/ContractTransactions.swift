import Storage
import Synchronization
import Testing

private enum Refusal: StorageFailure, Equatable {
    case titleMissing
    case storage(StorageError)
}

private struct Unforeseen: Error {}

extension Promise {
    static let transactions: [Promise] = [
        Promise("a transaction sees what it did, and others see it afterwards") { database async throws in
            try await database.transaction { transaction in
                try await transaction.execute(insert(1))
                #expect(try await transaction.outcomeIDs() == [1])
                #expect(try await database.outcomeIDs() == [])
            }
            #expect(try await database.outcomeIDs() == [1])
        },
        Promise("a transaction gives what its body gives") { database async throws in
            let ids = try await database.transaction { transaction in
                try await transaction.rows(
                    "INSERT INTO outcome (place, id, title) VALUES (\(place), 4, 'four') RETURNING id")
            }
            #expect(ids == [Row(values: [.integer(4)])])
        },
        Promise("a refusal undoes everything and arrives as it was thrown") { database async throws in
            await #expect(throws: Refusal.titleMissing) {
                try await database.transaction(throwing: Refusal.self) { transaction in
                    try await transaction.execute(insert(1))
                    throw Refusal.titleMissing
                }
            }
            let error = await failure {
                try await database.transaction { transaction in
                    try await transaction.execute(insert(2))
                    throw Unforeseen()
                }
            }
            #expect(error == .undone(detail: "Unforeseen"))
            #expect(try await database.outcomeIDs() == [])
        },
        Promise("a failure of the store arrives inside the action's own error") { database async throws in
            let error = await #expect(throws: Refusal.self) {
                try await database.transaction(throwing: Refusal.self) { transaction in
                    try await transaction.execute([insert(1), insert(1)])
                }
            }
            guard case .storage(let failure) = error else { throw Unforeseen() }
            #expect(failure.constraint == .unique)
        },
        Promise("after a failed statement nothing of the transaction stays, even if the error was caught") {
            database async throws in
            let error = await failure {
                try await database.transaction { transaction in
                    try await transaction.execute(insert(1))
                    _ = await failure { try await transaction.execute(insert(1)) }
                    #expect(await failure { _ = try await transaction.outcomeIDs() }?.constraint == .unique)
                }
            }
            #expect(error?.constraint == .unique)
            #expect(try await database.outcomeIDs() == [])
        },
        Promise("a deferred rule is judged at the end") { database async throws in
            let indicator: SQL = "INSERT INTO indicator (place, id, outcome) VALUES (\(place), 1, 1)"
            try await database.transaction { transaction in
                try await transaction.execute(indicator)
                try await transaction.execute(insert(1))
            }
            let error = await failure {
                try await database.transaction { transaction in
                    try await transaction.execute("DELETE FROM outcome WHERE place = \(place)")
                }
            }
            #expect(error?.constraint == .foreignKey)
            #expect(try await database.outcomeIDs() == [1])
        },
        Promise("a write on the database inside a transaction is refused instead of waiting for ever") {
            database async throws in
            try await database.transaction { transaction in
                #expect(await failure { try await database.execute(insert(1)) } == .nested)
                #expect(await failure { try await database.transaction { _ in } } == .nested)
                async let child: StorageError? = failure { try await database.execute(insert(1)) }
                #expect(await child == .nested)
                try await transaction.execute(insert(2))
            }
            #expect(try await database.outcomeIDs() == [2])
        },
        Promise("a task begun in a transaction may write once that is over") { database async throws in
            let (ended, end) = AsyncStream.makeStream(of: Void.self)
            let task = try await database.transaction { transaction in
                try await transaction.execute(insert(1))
                return Task {
                    for await _ in ended {}
                    try await database.execute(insert(2))
                }
            }
            end.finish()
            try await task.value
            #expect(try await database.outcomeIDs() == [1, 2])
        },
        Promise("a transaction kept beyond its end does nothing") { database async throws in
            let kept = Mutex<(any Transaction)?>(nil)
            try await database.transaction { transaction in kept.withLock { $0 = transaction } }
            let transaction = try #require(kept.withLock { $0 })
            #expect(await failure { try await transaction.execute(insert(1)) } == .closed)
            try await database.transaction { _ in
                #expect(await failure { try await transaction.execute(insert(1)) } == .closed)
            }
            #expect(try await database.outcomeIDs() == [])
        },
        Promise("the work of one place is like any other, and no way around the sole right to write") {
            database async throws in
            let own = database.at(place)
            try await own.execute(insert(1))
            try await own.transaction { transaction in
                try await transaction.execute(insert(2))
                #expect(try await transaction.outcomeIDs() == [1, 2])
                #expect(await failure { try await database.execute(insert(3)) } == .nested)
                #expect(await failure { try await database.at("york").execute(insert(3)) } == .nested)
            }
            try await own.snapshot { snapshot in
                #expect(try await snapshot.outcomeIDs() == [1, 2])
                try await database.execute(insert(3))
                #expect(await failure { _ = try await database.outcomeIDs() } == .nested)
            }
            #expect(try await own.outcomeIDs() == [1, 2, 3])
            #expect(try await database.outcomeIDs() == [1, 2, 3])
        },
        Promise("many writes in many places at once lose nothing, and one that breaks a rule fails alone") {
            database async throws in
            let places = ["leeds", "york", "hull", "ripon", "selby", "otley"]
            let errors = await withTaskGroup { group in
                for number in 0..<300 {
                    let place = places[number % places.count]
                    let number = number.isMultiple(of: 50) ? -1 : number
                    let title = number < 0 ? "" : "outcome \(number)"
                    group.addTask {
                        await failure {
                            try await database.at(place).execute([
                                "INSERT INTO outcome (place, id, title) VALUES (\(place), \(number), \(title))"
                            ])
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(errors.compactMap { $0?.constraint } == [StorageError.Constraint](repeating: .check, count: 6))
            #expect(errors.count { $0 == nil } == 294)
            let count = try await database.first("SELECT count(*) FROM outcome") { try $0.column(0, as: Int.self) }
            #expect(count == 294)
        },
    ]
}
