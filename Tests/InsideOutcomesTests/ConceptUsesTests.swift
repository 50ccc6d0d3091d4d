import Drivers
import FoundationEssentials
import Lookup
import Publishing
import Storage
import Synchronization
import Testing
import Vocabulary
import Web

@testable import InsideOutcomes
@testable import Language

/// Where a concept is used, however many use it, and what finding that out costs.
@Suite(.onEveryDriver) struct ConceptUsesTests {
    /// Counts what is asked of a database.
    private final class Counted: Reading {
        private let database: any Database
        private let held = Mutex(0)

        init(_ database: any Database) { self.database = database }

        var statements: Int { held.withLock { $0 } }

        func rows(_ statement: SQL) async throws(StorageError) -> [Row] {
            held.withLock { $0 += 1 }
            return try await database.rows(statement)
        }
    }

    private func shared(_ ground: LanguageGround) -> SharedMeanings {
        let (services, place) = (ground.visitor.installation.services, ground.store.place)
        return SharedMeanings(
            place: place,
            accounts: AccountWords(
                own: { _ in [] },
                published: { words, store throws(StorageError) in
                    try await AccountStore(services.database, place: place, organisation: nil)
                        .publishedOutcomes(named: words, in: store).map {
                            AccountWords.Published(words: $0.name, account: $0.account, organisation: $0.organisation)
                        }
                }, places: { _, _ in [:] }))
    }

    /// Organisations with an account each whose outcome stands for a concept, and which writes it in a way of its own.
    private func addOrganisations(_ numbers: Range<Int>, _ concept: Int, _ ground: LanguageGround) async throws {
        let (place, now) = (ground.store.place, ground.visitor.clock.now)
        try await ground.database.transaction { transaction in
            for number in numbers {
                let words = number.isMultiple(of: 2) ? "Less lonely" : "LESS LONELY!"
                try await transaction.execute(
                    """
                    INSERT INTO organisation (place, id, name, made_up, created)
                    VALUES (\(place), \("organisation-\(number)"), \("Organisation \(number)"), 0, \(now))
                    """)
                try await transaction.execute(
                    """
                    INSERT INTO account (place, id, created, organisation)
                    VALUES (\(place), \("account-\(number)"), \(now), \("organisation-\(number)"))
                    """)
                try await TermStore(place: place).put(
                    [
                        Findable(
                            .outcome, "account-\(number)/\(words)", labels: [Label(.preferred, Text(words, in: "en"))])
                    ], in: transaction)
                try await OwnWords(place: place).set(
                    "Less lonely", .outcome, to: concept, organisation: "organisation-\(number)", by: nil, at: now,
                    in: transaction)
            }
        }
    }

    @Test func `finding out where a concept is used takes as many statements at two organisations as at sixty`()
        async throws
    {
        let ground = try await LanguageGround()
        _ = try await ground.load("ours", ["Outcomes", "Better days"])
        let concept = try await ground.kept("ours:1").number
        let shared = shared(ground)
        var statements: Set<Int> = []
        for numbers in [0..<2, 2..<60] {
            try await addOrganisations(numbers, concept, ground)
            let counted = Counted(ground.database)
            let uses = try await shared.uses(
                of: concept, for: UseReader(isMember: false, organisation: nil), in: counted)
            #expect(uses.all.count == numbers.upperBound && uses.words.map(\.count) == [numbers.upperBound])
            #expect(Set(uses.all.map(\.words)) == ["Less lonely", "LESS LONELY!"])
            statements.insert(counted.statements)
        }
        #expect(statements == [4])
        let counted = Counted(ground.database)
        let said = try await shared.concepts(
            saying: OwnWord.key("less lonely"), except: "organisation-1",
            among: (0..<60).map { "organisation-\($0)" }, in: counted)
        #expect(said.map(\.count) == [59] && counted.statements == 4)
        await ground.visitor.close()
    }

    @Test func `of sixty accounts that name the same hundred outcomes none is passed over`() async throws {
        let ground = try await LanguageGround()
        let (place, now) = (ground.store.place, ground.visitor.clock.now)
        let names = (0..<100).map { "Outcome that is called \(1_000 + $0)" }
        try await ground.database.transaction { transaction in
            var findables: [Findable] = []
            for (organisation, accounts) in [("many", 60), ("one", 1)] {
                try await transaction.execute(
                    """
                    INSERT INTO organisation (place, id, name, made_up, created)
                    VALUES (\(place), \(organisation), \(organisation), 0, \(now))
                    """)
                for number in 0..<accounts {
                    let account = "\(organisation)-\(number)"
                    try await transaction.execute(
                        """
                        INSERT INTO account (place, id, created, organisation)
                        VALUES (\(place), \(account), \(now), \(organisation))
                        """)
                    findables += names.map {
                        Findable(.outcome, "\(account)/\($0)", labels: [Label(.preferred, Text($0, in: "en"))])
                    }
                }
            }
            try await TermStore(place: place).put(findables, in: transaction)
        }
        let words = ["many", "one"].flatMap { organisation in
            names.map { (organisation: organisation, word: OwnWord($0, .outcome, for: 1)) }
        }
        let visible = try await shared(ground).visible(words, in: ground.database)
        #expect(visible["many"]?.count == 100 && visible["one"]?.count == 100)
        let published = try await shared(ground).published(words, in: ground.database)
        #expect(published.values.map(\.count).reduce(0, +) == 6_100)
        await ground.visitor.close()
    }

    @Test func `what was named with a concept that went into another is a use of that one`() async throws {
        let ground = try await LanguageGround()
        _ = try await ground.load("ours", ["Outcomes", "Better days", "Good days", "Fine days"])
        let numbers = [
            try await ground.kept("ours:1").number, try await ground.kept("ours:2").number,
            try await ground.kept("ours:3").number,
        ]
        try await addOrganisations(0..<2, numbers[0], ground)
        try await addOrganisations(2..<4, numbers[1], ground)
        try await addOrganisations(4..<5, numbers[2], ground)
        let then = ground.visitor.clock.now.addingTimeInterval(60)
        ground.visitor.clock.pass(days: 1)
        try await ground.change.merge(numbers[0], into: numbers[1], seen: 1, reason: "The same.")
        let version = try await ground.kept("ours:2").version
        try await ground.change.merge(numbers[1], into: numbers[2], seen: version, reason: "The same.")
        func uses(_ number: Int, before end: Date? = nil) async throws -> [Int] {
            let uses = try await shared(ground).uses(
                of: number, before: end, for: UseReader(isMember: false, organisation: nil), in: ground.database)
            return [uses.all.count] + uses.words.map(\.count)
        }
        #expect(try await uses(numbers[2]) == [5, 5])
        #expect(try await uses(numbers[1]) == [4, 4])
        #expect(try await uses(numbers[0]) == [2, 2])
        for number in numbers { #expect(try await uses(number, before: then)[0] == (number == numbers[2] ? 1 : 2)) }
        let said = try await shared(ground).concepts(
            saying: OwnWord.key("less lonely"), except: "organisation-0",
            among: (0..<5).map { "organisation-\($0)" }, in: ground.database)
        #expect(said.map(\.concept) == [numbers[2]] && said.map(\.count) == [4])
        await ground.visitor.close()
    }
}
