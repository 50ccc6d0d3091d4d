import Storage
import Synchronization
import Testing

extension Promise {
    static let concurrency: [Promise] = [
        Promise("many writers at once lose nothing, and a failing one fails alone") { database async throws in
            let results = await withTaskGroup { group in
                // Every identifier twice: one of each pair must fail, whichever comes second.
                for number in 0..<600 {
                    group.addTask { await failure { try await database.execute(insert(number / 2)) } }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(results.filter { $0 == nil }.count == 300)
            #expect(results.filter { $0?.constraint == .unique }.count == 300)
            #expect(try await database.outcomeIDs() == Array(0..<300))
        },
        Promise("a rule judged at the end fails only the writer who broke it") { database async throws in
            try await database.execute(insert(0))
            let results = await withTaskGroup { group in
                for number in 1..<100 {
                    let outcome = number.isMultiple(of: 10) ? 999 : 0
                    let statement: SQL =
                        "INSERT INTO indicator (place, id, outcome) VALUES (\(place), \(number), \(outcome))"
                    group.addTask { (number, await failure { try await database.execute(statement) }) }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            for (number, error) in results {
                #expect(error?.constraint == (number.isMultiple(of: 10) ? .foreignKey : nil))
            }
            #expect(results.count == 99)
        },
        Promise("transactions never mix with each other or with single writes") { database async throws in
            try await database.execute(insert(0, "0"))
            try await withThrowingTaskGroup { group in
                for number in 1...100 {
                    group.addTask { _ = try await database.execute(insert(number)) }
                    group.addTask {
                        // Read, pause, write: a lost update wherever another transaction came in between.
                        try await database.transaction { transaction in
                            let title = try await transaction.first("SELECT title FROM outcome WHERE id = 0") {
                                try $0.column(0, as: String.self)
                            }
                            await Task.yield()
                            let next = "\((Int(title ?? "") ?? 0) + 1)"
                            try await transaction.execute("UPDATE outcome SET title = \(next) WHERE id = 0")
                        }
                    }
                }
                try await group.waitForAll()
            }
            let title = try await database.first("SELECT title FROM outcome WHERE id = 0") {
                try $0.column(0, as: String.self)
            }
            #expect(title == "100")
            #expect(try await database.outcomeIDs().count == 101)
        },
        Promise("readers go on while a transaction is open, and see all or nothing of it") { database async throws in
            let isWriting = Mutex(true)
            async let writing: Void = {
                for round in 0..<50 {
                    try await database.transaction { transaction in
                        try await transaction.execute(insert(round * 2))
                        await Task.yield()
                        try await transaction.execute(insert(round * 2 + 1))
                    }
                }
                isWriting.withLock { $0 = false }
            }()
            var reads = 0
            while isWriting.withLock({ $0 }) {
                #expect(try await database.outcomeIDs().count.isMultiple(of: 2))
                reads += 1
            }
            try await writing
            #expect(reads > 0)
        },
        Promise("a snapshot stays the same while others write") { database async throws in
            try await database.execute(insert(1))
            try await database.snapshot { snapshot in
                #expect(try await snapshot.outcomeIDs() == [1])
                try await database.execute(insert(2))
                #expect(try await snapshot.outcomeIDs() == [1])
                #expect(await failure { _ = try await database.outcomeIDs() } == .nested)
            }
            #expect(try await database.outcomeIDs() == [1, 2])
        },
        Promise("closing waits for what was begun") { database async throws in
            let (begun, begin) = AsyncStream.makeStream(of: Void.self)
            async let work: Void = database.transaction { transaction in
                begin.finish()
                try await Task.sleep(for: .milliseconds(50))
                _ = try await transaction.execute(insert(1))
            }
            for await _ in begun {}
            let single = Task { _ = try await database.execute(insert(2)) }
            try await Task.sleep(for: .milliseconds(10))
            await database.close()
            try await work
            try await single.value
        },
    ]
}
