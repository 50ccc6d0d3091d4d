import Accounts
import Examples
import Documents
import FoundationEssentials
import Measurement
import Testing
import ValueMaps
import Valuation
import Words
import Workbooks

@testable import Reckoning

@Suite struct `What the records of people don’t show` {
    /// 48 people: all were measured at the start, and of those measured again every second one got better by 3.
    private func account(
        _ outcomes: [EnteredOutcome], measuredAgain: [(name: String, people: Int)]
    ) throws -> [String] {
        let measures = measuredAgain.map { measure in
            Example.measure(
                measure.name, moves: (0..<48).map { $0 >= measure.people ? nil : $0 % 2 == 0 ? 3 : 0 })
        }
        let account = try Account(
            of: Example.understanding(outcomes: outcomes, measures: measures), facts: Example.facts)
        return account.unknowns.map(Catalogue.english.text)
    }

    private func outcome(_ name: String, _ quantity: Decimal, unit: String? = nil) -> EnteredOutcome {
        var outcome = Example.outcome(row: 1, "Older people", name, quantity: .number(quantity), proxy: "100")
        outcome.unit = unit
        return outcome
    }

    private func claims(_ lines: [String]) -> [String] { lines.filter { $0.hasPrefix("Whether “") } }

    @Test func `a claim above those who improved on the measure that fits is told with both numbers`() throws {
        let lines = try account([outcome("Less lonely", 64)], measuredAgain: [("UCLA loneliness score", 40)])
        #expect(
            claims(lines) == [
                "Whether “Less lonely” is true for all 64: the records show 20 who improved on “UCLA loneliness score”, of 40 measured twice."
            ])
        #expect(
            try claims(account([outcome("Less lonely", 20)], measuredAgain: [("UCLA loneliness score", 40)])) == [])
    }

    @Test func `a claim that fits no measure is held against everybody who took part`() throws {
        let measured = [(name: "WEMWBS", people: 40)]
        #expect(try claims(account([outcome("More confident", 48)], measuredAgain: measured)) == [])
        #expect(
            try claims(account([outcome("More confident", 49)], measuredAgain: measured)) == [
                "Whether “More confident” is true for all 49: the records hold 48 people in all."
            ])
    }

    @Test(arguments: [
        ("Fewer GP visits", nil), ("Time given back", "hours"), ("Less waste", "tonnes"), ("Days off sick", nil),
    ])
    func `what isn’t counted in people is no claim about people`(name: String, unit: String?) throws {
        #expect(try claims(account([outcome(name, 500, unit: unit)], measuredAgain: [("Score", 40)])) == [])
    }

    @Test(arguments: ["people", "Older people", "clients"])
    func `a unit that names people is held against the records`(unit: String) throws {
        #expect(try claims(account([outcome("Calmer", 500, unit: unit)], measuredAgain: [("Score", 40)])).count == 1)
    }

    @Test func `without records of people no claim is held against them`() throws {
        #expect(try claims(account([outcome("Less lonely", 64)], measuredAgain: [])) == [])
    }

    @Test func `many claims are told in short`() throws {
        let outcomes = (1...5).map { outcome("Calmer \($0)", Decimal(48 + $0)) }
        let lines = try account(outcomes, measuredAgain: [("Score", 40)])
        #expect(claims(lines).count == 3)
        #expect(claims(lines).first?.contains("all 53") == true)
        #expect(lines.contains("2 more outcomes are valued for more people than the records show."))
    }

    @Test func `who was not measured again is told for each measure`() throws {
        let one = try account([outcome("Calmer", 1)], measuredAgain: [("Score", 35)])
        #expect(one.contains("What changed for 13 of the 48 people: they were not measured again."))
        let two = try account([outcome("Calmer", 1)], measuredAgain: [("Score", 40), ("Wellbeing", 35)])
        #expect(
            two.contains(
                "What changed for those of the 48 people who were not measured again: 8 (Score), 13 (Wellbeing)."))
        let few = try account([outcome("Calmer", 1)], measuredAgain: [("Score", 46)])
        #expect(few.contains("What changed for fewer than 5 of the 48 people: they were not measured again."))
        let none = try account([outcome("Calmer", 1)], measuredAgain: [("Score", 48)])
        #expect(!none.contains { $0.contains("not measured again") })
    }
}
