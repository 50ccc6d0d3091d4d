import Drivers
import FoundationEssentials
import Lookup
import Places
import Storage
import Synchronization
import Testing
import Vocabulary

@testable import InsideOutcomes
@testable import Language
@testable import Web

/// Lists that are written in portions: seen as a whole or not at all.
@Suite(.onEveryDriver) struct ListsInPartsTests {
    private func concepts(_ count: Int) -> [Concept] {
        (0..<count).map { number in
            Concept(
                id: "e:\(number)", scheme: "e:s", labels: [Label(.preferred, Text("Zebrafish \(number)", in: "en"))],
                broader: number == 0 ? [] : ["e:0"], isTop: number == 0)
        }
    }

    @Test func `nobody sees anything of a load that was killed, and the next one removes it`() async throws {
        let ground = try await LanguageGround()
        try await ground.beKilled(concepts(20), as: "killed")
        #expect(try await ground.seen() == [0, 0, 0, 0, 0, 0, 0])
        let stamp = try await ground.store.stamp(in: ground.database)
        // As long as it may be alive nobody else begins.
        await #expect(throws: LoadThesaurus.Refusal.another) { _ = try await ground.load(concepts(30), as: "next") }
        ground.visitor.clock.pass(days: 0.002)
        #expect(try await ground.load(concepts(30), as: "next").added == 30)
        #expect(try await ground.seen() == [1, 30, 2, 29, 29, 29, 1])
        #expect(try await ground.store.stamp(in: ground.database) != stamp)
        for table in ["concept", "concept_version", "findable WHERE kind = 'concept'"] {
            let rows = try await ground.database.rows(SQL(stringLiteral: "SELECT count(*) FROM \(table)")) {
                try $0.column(0, as: Int.self)
            }
            #expect(rows == [30], "\(table)")
        }
        await ground.visitor.close()
    }

    @Test func `a job that runs again begins anew at once`() async throws {
        let ground = try await LanguageGround()
        try await ground.beKilled(concepts(20), as: "job")
        #expect(try await ground.load(concepts(25), as: "job").added == 25)
        #expect(try await ground.seen() == [1, 25, 2, 24, 24, 24, 1])
        await ground.visitor.close()
    }

    @Test func `others write between the portions of a large list, and see it when all of it is there`() async throws {
        let ground = try await LanguageGround()
        _ = try await ground.load([concepts(1)[0]], as: "first")
        let seen = Mutex<Set<[Int]>>([])
        let written = Mutex(0)
        let isOver = Mutex(false)
        let watcher = Task {
            while !isOver.withLock({ $0 }) {
                let now = try await ground.seen()
                seen.withLock { _ = $0.insert(now) }
                let number = written.withLock {
                    $0 += 1; return $0
                }
                try await ground.database.transaction { transaction in
                    try await ground.store.add(ground.act("other \(number)"), about: "", in: transaction)
                }
            }
        }
        #expect(try await ground.load(concepts(2_100), as: "second").added == 2_099)
        let during = written.withLock { $0 }
        isOver.withLock { $0 = true }
        try await watcher.value
        #expect(during >= 2, "\(during)")
        let none = [1, 1, 1, 0, 0, 0, 0]
        let all = [1, 2_100, 2, 2_099, 2_099, 2_099, 1]
        let isPart = seen.withLock { seen in
            seen.filter { now in !zip(now, zip(none, all)).allSatisfy { $0 == $1.0 || $0 == $1.1 } }
        }
        #expect(isPart == [])
        #expect(try await ground.seen() == all)
        await ground.visitor.close()
    }

    @Test func `a load that is called off leaves nothing`() async throws {
        let ground = try await LanguageGround()
        let task = Task { [ground] in
            let signs = Mutex(0)
            return try await ground.load(concepts(2_050), as: "stopped") {
                // Two signs are given before the first portion, and one with each.
                if signs.withLock({
                    $0 += 1; return $0
                }) == 4 {
                    withUnsafeCurrentTask { $0?.cancel() }
                }
                return ground.visitor.clock.now
            }
        }
        await #expect(throws: LoadThesaurus.Refusal.calledOff) { _ = try await task.value }
        #expect(try await ground.store.coming(in: ground.database).isEmpty)
        for table in ["concept", "concept_version", "findable", "term", "language_scheme", "word_key"] {
            let rows = try await ground.database.rows(SQL(stringLiteral: "SELECT * FROM \(table) LIMIT 1"))
            #expect(rows.isEmpty, "\(table)")
        }
        await ground.visitor.close()
    }
}

extension LanguageGround {
    /// What is left of a load whose program was killed after some portions.
    fileprivate func beKilled(_ concepts: [Concept], as id: String) async throws {
        let act = act(id)
        try await database.transaction { transaction in
            try await store.add(act, about: "", in: transaction)
            try await store.begin(
                ConceptStore.Coming(act: id, run: "killed", seen: visitor.clock.now), in: transaction)
            let found = try await store.number(
                of: Self.scheme, of: nil, brought: act, in: transaction)
            try await store.add(
                concepts.map { NextVersion($0, .adopted) }, to: found?.number ?? 0, by: act, isPart: true,
                in: transaction)
        }
    }

    /// How many are seen: in the list of lists, in their own list, by name, under another one, and by a search.
    fileprivate func seen() async throws -> [Int] {
        let schemes = try await store.schemes(in: database)
        let named = try await store.concepts(named: ["e:0", "e:1"], in: database)
        let scheme = try await scheme()
        let found = try await visitor.ask("GET", "/search?q=zebrafish").text
        return [
            schemes.count, try await store.count(of: scheme, in: database), named.count,
            try await store.under("e:0", in: database).count,
            try await store.countsUnder(["e:0"], in: database)["e:0"] ?? 0,
            try await store.links(in: database).broader.count, found.contains("Zebrafish 1") ? 1 : 0,
        ]
    }

    fileprivate func scheme() async throws -> Int {
        let last = try await database.first("SELECT max(number) FROM language_scheme") {
            try $0.column(0, as: Int?.self)
        }
        return (last ?? nil) ?? 0
    }
}
