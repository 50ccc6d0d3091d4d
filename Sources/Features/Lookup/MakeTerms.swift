package import CanonicalJSON
package import Jobs
package import Storage

/// Makes all terms of a place anew from what the features keep: where there were none yet, or they were made by other rules. It may run twice.
package struct MakeTerms: Sendable {
    package static let kind = "terms"
    private static let portion = 200

    private let place: String
    private let searchables: [any Searchable]
    private let database: any Database

    package init(place: String, _ searchables: [any Searchable], _ database: any Database) {
        self.place = place
        self.searchables = searchables
        self.database = database.at(place)
    }

    /// Orders the work where it is needed.
    package func order(_ jobs: JobQueue) async throws {
        guard try await !TermStore(place: place).isMade(in: database) else { return }
        try await jobs.enqueueOnce("terms-\(TermStore.version)", Self.kind, [:], place: place)
    }

    package func run(progress: JobProgress) async throws -> JSON {
        let terms = TermStore(place: place)
        guard try await !terms.isMade(in: database) else { return [:] }
        try await database.transaction { transaction in try await terms.removeAll(in: transaction) }
        for (number, searchable) in searchables.enumerated() {
            await progress.report(number * 100 / searchables.count, searchable.kind.name)
            var last: String? = ""
            // In portions, so that nobody's own work waits for all of it.
            while let after = last {
                try Task.checkCancellation()
                last = try await database.transaction { transaction in
                    let (findables, last) = try await searchable.findables(
                        after: after, most: Self.portion, in: transaction)
                    try await terms.put(findables, in: transaction)
                    return last
                }
            }
        }
        try await database.transaction { transaction in try await terms.noteMade(in: transaction) }
        return [:]
    }
}
