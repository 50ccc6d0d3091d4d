import Drivers
import FoundationEssentials
import Storage
import Testing
import Vocabulary

@testable import InsideOutcomes
@testable import Language

/// What concepts once said of others, as it is kept since it happens and as it is read out of older versions.
@Suite(.onEveryDriver) struct PastLinksTests {
    private let store = ConceptStore(place: "here")
    private let began = Date(timeIntervalSince1970: 1_000_000)

    private func concept(_ id: String, under wider: [String] = [], to targets: [String] = []) -> Concept {
        Concept(
            id: id, scheme: "e:s", labels: [Label(.preferred, Text(id, in: "en"))], broader: wider,
            mappings: targets.map { Mapping(.close, $0) }, isTop: wider.isEmpty)
    }

    private func act(_ number: Int) -> LanguageAct {
        LanguageAct(
            id: "act-\(number)", kind: .edit, author: nil, created: began.addingTimeInterval(Double(number) * 86_400))
    }

    /// Concepts that name less and less, the last of them nothing that counts.
    private func fill(_ database: any Database) async throws {
        try await database.at("here").transaction { transaction in
            try await store.add(act(0), about: "", in: transaction)
            let scheme = Scheme(id: "e:s", titles: [Text("Ours", in: "en")])
            let list = try #require(
                try await store.number(of: scheme, of: nil, brought: act(0), in: transaction)
            ).number
            let new = [
                concept("e:a"), concept("e:b", under: ["e:a"], to: ["http://x.org/1%_\"é", "http://x.org/2"]),
                concept("e:c", under: ["e:a"], to: ["http://x.org/2"]),
            ]
            try await store.add(new.map { NextVersion($0, .adopted) }, to: list, by: act(0), in: transaction)
        }
        let steps: [(id: String, next: NextVersion)] = [
            ("e:b", NextVersion(concept("e:b", under: ["e:a"], to: ["http://x.org/2"]), .adopted)),
            ("e:c", NextVersion(concept("e:c", under: ["e:a"], to: ["http://x.org/2"]), .retired)),
            ("e:b", NextVersion(concept("e:b"), .adopted)),
        ]
        for (number, step) in steps.enumerated() {
            try await database.at("here").transaction { transaction in
                let kept = try #require(try await store.concept(named: step.id, in: transaction))
                try await store.add(act(number + 1), about: "", in: transaction)
                try await store.write([(kept, step.next)], by: act(number + 1), in: transaction)
            }
        }
    }

    private func links(_ database: any Database) async throws -> [String] {
        try await database.at("here").rows(
            "SELECT concept, target, until FROM concept_past_link WHERE place = \("here") ORDER BY until, target"
        ).map { row in
            let days = try row.column(2, as: Date.self).timeIntervalSince(began) / 86_400
            return "\(try row.column(0, as: Int.self)) \(try row.column(1, as: String.self)) \(Int(days))"
        }
    }

    @Test func `links are kept as they end, and those that ended earlier are read out of the versions`() async throws {
        let expected = ["2 http://x.org/1%_\"é 1", "3 e:a 2", "2 e:a 3", "2 http://x.org/2 3"]
        let ground = try StoreUnderTest(Driver.current)
        let earlier = try await ground.open(Parts.migrations.filter { $0.number < PastLinksMigration.filled.number })
        try await fill(earlier)
        #expect(try await links(earlier) == expected)
        try await earlier.at("here").transaction { transaction in
            try await transaction.execute("DELETE FROM concept_past_link WHERE place = \("here")")
        }
        await earlier.close()
        let database = try await ground.open(Parts.migrations)
        #expect(try await links(database) == expected)
        await database.close()
    }

    @Test func `a day is looked up by what named a concept then, however often others were changed since`() async throws
    {
        let ground = try StoreUnderTest(Driver.current)
        let database = try await ground.open(Parts.migrations)
        try await fill(database)
        func speaking(_ id: String, before days: Double, most: Int = 10) async throws -> [Int] {
            try await store.speaking(
                of: id, before: began.addingTimeInterval(days * 86_400), most: most, in: database.at("here")
            ).map(\.number)
        }
        #expect(try await speaking("e:a", before: 0.5) == [2, 3])
        #expect(try await speaking("e:a", before: 2.5) == [2])
        #expect(try await speaking("http://x.org/1%_\"é", before: 0.5) == [2])
        #expect(try await speaking("http://x.org/1%_\"é", before: 1.5).isEmpty)
        #expect(try await speaking("http://x.org/2", before: 2.5) == [2, 3])
        #expect(try await speaking("http://x.org/2", before: 3.5) == [3])
        #expect(try await speaking("http://x.org/2", before: 2.5, most: 1) == [2])
        await database.close()
    }
}
