import Documents
import FoundationEssentials
import Measurement
import Testing
import Valuation
import ValueMaps
import Words
import Workbooks

@testable import Reading

@Suite struct `The real programme` {
    let understanding: Understanding

    init() throws {
        switch understand(try RealProgramme.workbook()) {
        case .understood(let understanding): self.understanding = understanding
        case .refused(let problems, _):
            Issue.record("refused: \(problems)")
            throw problems[0]
        }
    }

    @Test func `both sheets are found by what they hold`() {
        #expect(understanding.sheets.map(\.kind) == [.participants, .valueMap])
        #expect(understanding.sheets.map(\.headerRow) == [2, 0])
        #expect(understanding.map.sheets == ["Value map"])
    }

    @Test func `the currency is read from the words above the participants`() {
        #expect(understanding.about.currency.value == "USD")
        #expect(
            understanding.about.currency.origin == .cell(CellReference(sheet: "Participants", column: 0, row: 0)))
        #expect(understanding.participants?.measures.first?.currency == "USD")
    }

    // Numbers from the README beside the file: 185 on the programme, 260 in comparison, means 6,349.14 and 4,554.80.
    @Test func `the people and their earnings are those of the published study`() throws {
        let people = try #require(understanding.participants)
        #expect(people.people == 445)
        #expect(people.rows == 3...447)
        let comparison = try #require(people.comparison)
        #expect(comparison.column == 1)
        #expect(comparison.onProgramme.filter { $0 }.count == 185)
        #expect(comparison.onProgramme.filter { !$0 }.count == 260)
        #expect(comparison.programmeText == "Yes")
        #expect(comparison.comparisonText == "No")
        #expect(people.measures.count == 1)
        let earnings = try #require(people.measures.first)
        #expect(earnings.name == "Earnings")
        #expect(earnings.beforeHeader == "Earnings 1975")
        #expect(earnings.afterHeader == "Earnings 1978")
        #expect(earnings.layout == .columns(before: 5, after: 6))
        #expect(earnings.higherIsBetter)
        func mean(_ onProgramme: Bool) -> Double {
            let values = earnings.after.indices.filter { comparison.onProgramme[$0] == onProgramme }.compactMap {
                earnings.after[$0]
            }
            return values.reduce(0, +) / Double(values.count)
        }
        #expect(abs(mean(true) - 6349.14) < 0.005)
        #expect(abs(mean(false) - 4554.80) < 0.005)
        #expect(people.characteristics.map(\.name) == ["Age", "Years of schooling", "Married"])
    }

    @Test func `the value map is read with its sources`() {
        let map = understanding.map
        #expect(map.inputs.map(\.amount.value) == [0, 620_000, 45_000])
        #expect(map.inputs.map(\.kind.value) == [.inKind, .cash, .inKind])
        #expect(map.outcomes.map(\.outcome) == ["Earns more", "In paid work", "Learns to supervise"])
        #expect(map.outcomes.map(\.stakeholder) == ["Participants", "Participants", "Volunteers and employers"])
        #expect(map.outcomes.map(\.quantity.value) == [.number(185), .number(140), .number(24)])
        #expect(map.outcomes.map(\.proxy.value) == [Decimal(string: "1794.34"), 1500, 350])
        #expect(map.outcomes.map(\.start.value) == [.after, .after, .during])
        #expect(map.outcomes.map(\.duration.value) == [3, 3, 1])
        #expect(map.outcomes.map(\.deadweight.value) == [0, Decimal(string: "0.646"), Decimal(string: "0.2")])
        #expect(map.outcomes.map(\.displacement.value) == [Decimal(string: "0.1"), Decimal(string: "0.1"), 0])
        #expect(
            map.outcomes.map(\.attribution.value) == [
                Decimal(string: "0.15"), Decimal(string: "0.15"), Decimal(string: "0.3"),
            ])
        #expect(map.outcomes.map(\.dropOff.value) == [Decimal(string: "0.25"), Decimal(string: "0.25"), 0])
        #expect(map.outcomes.map(\.priceYear) == ["1978", "1978", "1978"])
        #expect(map.outcomes[0].indicatorSource == "Participants sheet")
        #expect(map.outcomes[0].proxySource == "Participants sheet, 1978")
        #expect(
            map.outcomes[1].deadweight.origin == .cell(CellReference(sheet: "Value map", column: 14, row: 2)))
    }

    @Test func `the preview says how attribution is read, with the person's own number`() throws {
        let map = try #require(understanding.sheets.last)
        #expect(map.columns.allSatisfy { $0.basis == .recognised })
        let attribution = try #require(map.columns.first { $0.meaning == "attribution" })
        #expect(
            attribution.reading
                == "You wrote \("15"). We read it as: \(percent: Decimal(15) / 100) of the change is due to others, and \(percent: Decimal(85) / 100) to you."
        )
    }
}
