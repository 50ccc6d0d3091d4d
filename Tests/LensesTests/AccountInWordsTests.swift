import Accounts
import CanonicalJSON
import Documents
import Examples
import FoundationEssentials
import HTML
import Peers
import Reckoning
import Renderings
import Testing
import ValueMaps
import Vocabulary
import Words

@testable import Lenses

/// A small account of our own, with 60 people, so that these run everywhere.
@Suite struct AccountInWordsTests {
    private static let reference = SealedAccount.Reference(account: "a1", edition: 2, digest: "0f", isDraft: false)

    private static let goals = [
        concept("g1", "Goals", "Decent work", broader: ["g0"]), concept("g0", "Goals", "Prosperity"),
        concept("g2", "Goals", "Good education"),
    ]
    private static let own = [
        concept("o1", "Own", "More money", .init(.exact, "g1")), concept("o2", "Own", "A job", .init(.broad, "g1")),
    ]

    private static func concept(
        _ id: String, _ scheme: String, _ words: String, broader: [String] = [], _ mappings: Mapping...
    ) -> Concept {
        Concept(
            id: id, scheme: scheme, labels: [Label(.preferred, Text(words, in: "en"))], broader: broader,
            mappings: mappings)
    }

    private func sealed() throws -> SealedAccount {
        let understanding = Example.understanding(
            inputs: [5000],
            outcomes: [
                Example.outcome(
                    row: 1, "Members", "Earns more", quantity: .number(40), proxy: "313.07", dropOff: "0.3"),
                Example.outcome(row: 2, "Members", "Sleeps better", quantity: .number(21), proxy: "99.99", duration: 3),
                Example.outcome(row: 3, "Families", "Calmer", quantity: .number(7), proxy: "250", deadweight: "0.33"),
            ],
            measures: [Example.measure("Wellbeing", moves: (0..<60).map { Double($0 % 4) })])
        let account = try Account(of: understanding, facts: Example.facts)
        return try #require(SealedAccount(AccountJSON(account, in: .english).document, reference: Self.reference))
    }

    private func read(_ account: SealedAccount, _ scheme: String, _ meanings: [String: [String]]) -> AccountInWords {
        let concepts = Self.goals + Self.own
        let lens = Lens(scheme, over: concepts)
        let reading = LensReading(account.outcomes, through: lens) { meanings[$0.words] ?? [] }
        let named = AccountInWords.named(in: reading, by: lens)
        return AccountInWords(
            account, reading, through: lens, called: Text(scheme, in: "en"),
            concepts: Dictionary(uniqueKeysWithValues: concepts.filter { named.contains($0.id) }.map { ($0.id, $0) }),
            language: "en")
    }

    @Test func `an outcome stands under its heading, with the provider's words and the original's figures`() throws {
        let account = try sealed()
        let first = try #require(account.outcomes.first)
        let reading = read(account, "Goals", [first.words: ["o2"]])
        let heading = try #require(reading.headings.first)
        #expect(heading.words.words == "Decent work")
        #expect(heading.above.map(\.words) == ["Prosperity"])
        #expect(heading.lines.map(\.likeness) == [.broad])
        #expect(heading.lines.map(\.outcome) == [first])
        #expect(reading.rest == Array(account.outcomes.dropFirst()))
        let page = AccountInWordsPage(reading: reading, original: "/accounts/a1")
        let html = page.standalone(style: "").render(in: .english)
        #expect(html.contains("A part of this."))
        #expect(html.contains("Not in these words"))
        #expect(html.contains("/accounts/a1"))
        #expect(html.contains("0f"))
    }

    @Test func `headings stand together as their scheme groups them, in the order of its codes`() throws {
        let account = try sealed()
        func concept(_ id: String, _ code: String, under wider: String...) -> Concept {
            Concept(
                id: id, scheme: "Plan", notation: code, labels: [Label(.preferred, Text(id, in: "en"))],
                broader: wider)
        }
        let plan = [
            concept("Plan", "0"), concept("Tenth", "10", under: "Plan"), concept("Ninth", "9", under: "Plan"),
            concept("Deep", "9.1", under: "Ninth"),
        ]
        let names = account.outcomes.map(\.words)
        let meanings = [names[0]: ["Tenth"], names[1]: ["Deep"], names[2]: ["Ninth"]]
        let lens = Lens("Plan", over: plan)
        let reading = AccountInWords(
            account, LensReading(account.outcomes, through: lens) { meanings[$0.words] ?? [] }, through: lens,
            called: Text("Plan", in: "en"), concepts: Dictionary(uniqueKeysWithValues: plan.map { ($0.id, $0) }),
            language: "en")
        // All lie under "Plan", which tells nothing apart.
        #expect(reading.groups.map(\.words.words) == ["Ninth", "Tenth"])
        #expect(reading.groups.map { $0.headings.map(\.words.words) } == [["Ninth", "Deep"], ["Tenth"]])
        let worths = account.outcomes.filter { [names[1], names[2]].contains($0.words) }.compactMap { $0.worth?.value }
        #expect(reading.groups[0].worth == worths.reduce(0, +))
    }

    @Test(arguments: 0..<30)
    func `what all outcomes are worth together is the same through every lens`(seed: Int) throws {
        var random = SplitMix(seed: UInt64(seed))
        let account = try sealed()
        let total = account.outcomes.compactMap { $0.worth?.value }.reduce(Decimal(0), +)
        let ids = (Self.goals + Self.own).map(\.id)
        var meanings: [String: [String]] = [:]
        for outcome in account.outcomes {
            meanings[outcome.words] = (0..<Int.random(in: 0..<3, using: &random)).compactMap { _ in
                ids.randomElement(using: &random)
            }
        }
        for scheme in ["Goals", "Own", "Nobody's"] {
            let reading = read(account, scheme, meanings)
            let lines = reading.headings.flatMap(\.lines).map(\.outcome) + reading.rest
            #expect(lines.count == account.outcomes.count)
            #expect(account.outcomes.allSatisfy(lines.contains))
            #expect(lines.compactMap { $0.worth?.value }.reduce(Decimal(0), +) == total)
            let sums = reading.headings.compactMap(\.worth) + [reading.worthOfRest].compactMap { $0 }
            #expect(sums.reduce(Decimal(0), +) == total)
            #expect(reading.account.totals == account.totals)
        }
    }

    @Test func `the forms of a reading hold the same figures, and the reference of the original`() throws {
        let account = try sealed()
        let reading = read(
            account, "Goals", Dictionary(uniqueKeysWithValues: account.outcomes.map { ($0.words, ["o1"]) }))
        let json = reading.json
        #expect(json["of"]?["sha256"] == "0f")
        #expect(json["headings"]?.arrayValue?.count == 1)
        let page = AccountInWordsPage(reading: reading, original: "https://place.example/accounts/a1")
        let plan = AccountInWordsWorkbook(page, in: .english).plan
        let texts = plan.sheets.flatMap(\.cells).map { "\($0.content)" }.joined()
        #expect(texts.contains("https://place.example/accounts/a1"))
        for outcome in account.outcomes where !outcome.isMeasured {
            let value = try #require(outcome.worth?.value)
            #expect(texts.contains("\(Double("\(value)") ?? .nan)"))
        }
    }

    @Test func `what is no account as data is not read`() throws {
        #expect(SealedAccount([:], reference: Self.reference) == nil)
        #expect(SealedAccount(["format": "inside-outcomes/account/2"], reference: Self.reference) == nil)
    }
}
