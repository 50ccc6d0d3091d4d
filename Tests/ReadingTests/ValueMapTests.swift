import Documents
import FoundationEssentials
import Measurement
import Testing
import Valuation
import ValueMaps
import Words
import Workbooks

@testable import Reading

@Suite struct `Value maps as charities keep them` {
    @Test func `are found under titles and blank rows, wherever the header is`() throws {
        let above: [[Cell]] = [["Our value map 2025/26"], [], ["Prepared by the team"], []]
        let map = try understood(Maps.sheet(above: above)).map
        #expect(map.outcomes.map(\.outcome) == ["Less lonely", "More confident"])
        #expect(map.outcomes[0].row == 5)
        #expect(map.inputs.map(\.amount.value) == [0, 9000, 30_000])
    }

    @Test func `may leave the stakeholder empty where it goes on, or merge its cell`() throws {
        let second: [Cell] = [nil, nil, nil, "Goes out again", 9, 1, 1, "Day out", 240, 25, 0, 20, 0]
        for merged in [[], [CellRange(sheet: "Value map", column: 0, rows: 1...2)]] {
            let sheet = Sheet("Value map", [Maps.header, Maps.first, second, Maps.funder], merged: merged)
            let map = try understood(sheet).map
            #expect(map.outcomes.map(\.stakeholder) == ["Older people", "Older people"])
            #expect(map.inputs.map(\.stakeholder) == ["Older people", "Council"])
        }
    }

    @Test func `may name a stakeholder in a row of its own above its outcomes`() throws {
        let rows: [[Cell]] = [
            ["Older people"], [nil] + Maps.first.dropFirst(),
            [nil, nil, nil, "Goes out", 9, 1, 1, "Day out", 240, 25, 0, 20, 0],
            ["Volunteers"], [nil] + Maps.second.dropFirst(),
        ]
        let map = try understood(Maps.sheet(rows)).map
        #expect(map.outcomes.map(\.stakeholder) == ["Older people", "Older people", "Volunteers"])
    }

    @Test func `may merge a share over several outcomes, which then holds for each`() throws {
        var second: [Cell] = [nil, nil, nil, "Goes out", 9, 1, 1, "Day out", 240, nil, 0, 20, 0]
        second[9] = nil
        let sheet = Sheet(
            "Value map", [Maps.header, Maps.first, second],
            merged: [CellRange(sheet: "Value map", column: 9, rows: 1...2)])
        let map = try understood(sheet).map
        #expect(map.outcomes.map(\.deadweight.value) == [Decimal(20) / 100, Decimal(20) / 100])
        #expect(map.outcomes[1].deadweight.origin == .cell(CellReference(sheet: "Value map", column: 9, row: 1)))
    }

    @Test func `count an input whose cell is merged over several outcomes once`() throws {
        let first: [Cell] = ["Council", "Grant", 30_000, "Saves visits", 5, 1, 1, "Visit", 40, 0, 0, 0, 0]
        let second: [Cell] = [nil, nil, nil, "Saves calls", 5, 1, 1, "Call", 10, 0, 0, 0, 0]
        let sheet = Sheet(
            "Value map", [Maps.header, first, second],
            merged: [1, 2].map { CellRange(sheet: "Value map", column: $0, rows: 1...2) })
        #expect(try understood(sheet).map.inputs.map(\.amount.value) == [30_000])
    }

    @Test(
        arguments: [
            ["Total", nil, 39_000], ["GRAND TOTAL", nil, 39_000], ["Total 2025/26", nil, 39_000],
            [nil, "Total inputs", 39_000],
            [nil, nil, 39_000], [nil, nil, .formula(39_000)], ["Sum", nil, 39_000, nil, 32],
            ["Overall", nil, 39_000, nil, 32],
            [nil, nil, 39_000, nil, 32, nil, nil, nil, 850],
        ] as [[Cell]])
    func `end in a total that is left out, named and never counted twice`(total: [Cell]) throws {
        let understanding = try understood(Maps.sheet([Maps.first, Maps.second, Maps.funder, total]))
        #expect(understanding.map.inputs.map(\.amount.value) == [0, 9000, 30_000])
        #expect(understanding.map.outcomes.count == 2)
        #expect(understanding.notes.contains { $0.key.contains("row of totals") })
    }

    @Test func `keep an outcome whose name begins with total`() throws {
        var row = Maps.first
        row[3] = "Total abstinence from alcohol"
        #expect(
            try understood(Maps.sheet([row, Maps.funder])).map.outcomes.map(\.outcome) == [
                "Total abstinence from alcohol"
            ])
    }

    @Test func `may have blank rows, repeated headers and notes below`() throws {
        let rows: [[Cell]] = [
            Maps.first, [], Maps.header, Maps.second, Maps.funder, [],
            ["All figures are from our survey of March 2026."],
            ["Loneliness was measured with three questions."],
        ]
        let understanding = try understood(Maps.sheet(rows))
        #expect(understanding.map.outcomes.count == 2)
        #expect(understanding.map.inputs.count == 3)
        #expect(understanding.notes.contains { $0.key.contains("repeats its header") })
        #expect(understanding.notes.contains { $0.plural?.key.contains("words only") == true })
    }

    @Test func `may mention outcomes without a figure, which are named and not counted`() throws {
        let rows: [[Cell]] = [
            Maps.first, ["Council", "Contract", 30_000, "(outcomes for residents only)"],
            ["Families", nil, nil, "Less worried", "n/a", nil, nil, nil, "-"],
        ]
        let understanding = try understood(Maps.sheet(rows))
        #expect(understanding.map.outcomes.map(\.outcome) == ["Less lonely"])
        #expect(understanding.map.inputs.map(\.amount.value) == [0, 30_000])
        #expect(
            understanding.notes.contains(
                "Row \(4) of the sheet \("Value map") has no quantity and no value, so it is not counted: \("Less worried")."
            ))
        let tbc: [Cell] = ["Families", nil, nil, "Less worried", "tbc"]
        #expect(problems(Maps.sheet([Maps.first, tbc])).places == ["IMP-010 E3", "IMP-010 I3"])
    }

    @Test func `may head amounts by a sign of money alone`() throws {
        let header: [Cell] = [
            "Who changes?", "What did they put in?", "£", "What changed?", "How many", "Financial proxy", "£",
            "Drop off",
        ]
        let map = try understood(
            Sheet(
                "Map",
                [header, ["Young people", "Grant", "12k", "More confident", "25 young people", "Course", 320, 0.1]])
        ).map
        #expect(map.inputs.map(\.amount.value) == [12_000])
        #expect(map.outcomes.map(\.proxy.value) == [320])
    }

    @Test func `may give one outcome several indicators, one under the other`() throws {
        let header: [Cell] = ["Stakeholder", "Outcome", "Indicator", "Quantity", "Value of proxy", "Deadweight"]
        let rows: [[Cell]] = [
            ["Residents", "Fewer falls", "Fewer visits to hospital", 7, 94, .percent(0)],
            [nil, nil, "Fewer nights in hospital", 7, 4964, .percent(0)],
            [nil, nil, nil, 14, 5058, nil],
        ]
        #expect(
            problems(Sheet("Map", [header] + rows + [["Council", "Saves", "Records", 1, 10, 0]])).places == [
                "IMP-010 B4"
            ])
        let map = try understood(Sheet("Map", [header] + rows)).map
        #expect(map.outcomes.map(\.outcome) == ["Fewer falls", "Fewer falls"])
        #expect(map.outcomes.map(\.indicator) == ["Fewer visits to hospital", "Fewer nights in hospital"])
    }

    @Test func `leave out rows that hold a share alone, and say so`() throws {
        let understanding = try understood(
            Maps.sheet([Maps.first, [nil, nil, nil, nil, nil, nil, nil, nil, nil, 20], Maps.funder]))
        #expect(understanding.map.outcomes.count == 1)
        #expect(understanding.notes.contains { $0.plural?.count == 1 && $0.key.contains("no outcome and no input") })
    }

    @Test func `may state a discount rate under the table`() throws {
        let understanding = try understood(
            Maps.sheet([Maps.first, Maps.funder, [], ["Discount rate", .percent(0.015)]]))
        #expect(understanding.about.discountRate.value == .flat(Decimal(15) / 1000))
        #expect(understanding.map.inputs.count == 2)
    }

    @Test func `may keep the inputs on a sheet of their own`() throws {
        let header: [Cell] = ["Stakeholder", "Outcome", "Quantity", "Value of proxy", "Deadweight", "Attribution"]
        let inputs = Sheet(
            "Inputs",
            [
                ["Who", "Input", "Value"], ["Council", "Grant", 30_000], ["Volunteers", "Time in kind", 9000],
                ["Total", nil, 39_000],
            ])
        let map = Sheet("Map", [header, ["Older people", "Less lonely", 20, 500, .percent(0.2), .percent(0.25)]])
        let understanding = try understood(inputs, map)
        #expect(understanding.map.sheets == ["Map"])
        #expect(understanding.map.inputs.map(\.amount.value) == [30_000, 9000])
        #expect(understanding.map.inputs.map(\.kind.value) == [.cash, .inKind])
        #expect(understanding.map.inputs[0].amount.origin == .cell(CellReference(sheet: "Inputs", column: 2, row: 1)))
    }

    @Test func `tell cash from kind by a column, by words, else assume cash`() throws {
        let header: [Cell] = [
            "Stakeholder", "Input", "Value of input", "Cash or in kind", "Outcome", "Quantity", "Value of proxy",
        ]
        let rows: [[Cell]] = [
            ["A", "Hall", 10, "in kind", "Better", 1, 1], ["B", "Grant", 20, "cash"], ["C", "Volunteer time", 30],
            ["Volunteers", "Evenings", 40], ["Volunteers", "Volunteer expenses", 50], ["D", "Donated food", 60],
            ["E", "Something", 70],
        ]
        let inputs = try understood(Sheet("Map", [header] + rows)).map.inputs
        #expect(inputs.map(\.kind.value) == [.inKind, .cash, .inKind, .inKind, .cash, .inKind, .cash])
        #expect(inputs.last?.kind.origin == .assumed)
    }

    @Test func `have ranges in low and high columns`() throws {
        let header: [Cell] = [
            "Stakeholder", "Outcome", "Quantity low", "Quantity", "Quantity high", "Financial proxy", "Value of proxy",
            "Low", "High",
            "Deadweight %", "Deadweight % (low)", "Deadweight % (high)",
        ]
        let row: [Cell] = ["Older people", "Less lonely", 15, 20, 24, "Club", 500, 400, 650, 20, 10, 30]
        let outcome = try #require(try understood(Sheet("Map", [header, row])).map.outcomes.first)
        #expect(outcome.ranges[.quantity]?.low.value == 15)
        #expect(outcome.ranges[.quantity]?.high.value == 24)
        #expect(outcome.ranges[.proxy]?.low.value == 400)
        #expect(outcome.ranges[.proxy]?.high.value == 650)
        #expect(outcome.ranges[.deadweight]?.low.value == Decimal(10) / 100)
        #expect(outcome.ranges[.deadweight]?.high.value == Decimal(30) / 100)
        #expect(outcome.ranges[.attribution] == nil)
    }

    @Test func `need a low end that is not above the high end, around the figure`() {
        let header: [Cell] = ["Stakeholder", "Outcome", "Quantity", "Quantity low", "Quantity high", "Value of proxy"]
        #expect(problems(Sheet("Map", [header, ["A", "B", 20, 30, 10, 5]])).places == ["IMP-020 D2"])
        #expect(problems(Sheet("Map", [header, ["A", "B", 20, 21, 30, 5]])).places == ["IMP-021 D2"])
    }

    @Test func `assume what is optional and missing, and say so`() throws {
        let header: [Cell] = ["Stakeholder", "Outcome", "Quantity", "Value of proxy", "Deadweight", "Attribution"]
        let outcome = try #require(
            try understood(Sheet("Map", [header, ["A", "B", 20, 5, "n/a", "unknown"]])).map.outcomes.first)
        #expect(outcome.deadweight == Sourced(0, from: .assumed))
        #expect(outcome.attribution == Sourced(0, from: .assumed))
        #expect(outcome.displacement == Sourced(0, from: .assumed))
        #expect(outcome.duration == Sourced(1, from: .assumed))
        #expect(outcome.start == Sourced(.after, from: .assumed))
    }

    @Test func `read amounts as people write them`() throws {
        let map = try understood(Maps.column("Value of proxy", ["£1,200", "1.2k"])).map
        #expect(map.outcomes.map(\.proxy.value) == [1200, 1200])
        #expect(try understood(Maps.changed(["Value of proxy": "(300)"])).map.outcomes[0].proxy.value == -300)
    }

    @Test func `start during or after, in numbers or words, counted from one or from nought`() throws {
        func starts(_ cells: [Cell]) throws -> [Outcome.Start] {
            try understood(Maps.column("Outcomes start", cells)).map.outcomes.map(\.start.value)
        }
        #expect(try starts([1, 2]) == [.during, .after])
        #expect(try starts([0, 1]) == [.during, .after])
        #expect(try starts(["During", "Year after"]) == [.during, .after])
        #expect(problems(Maps.column("Outcomes start", [1, 3])).places == ["IMP-018 G3"])
        #expect(problems(Maps.column("Outcomes start", [0, 2])).places == ["IMP-018 G2"])
    }

    @Test func `may give the part due to themselves instead of the part due to others`() throws {
        let outcome = try #require(
            try understood(Maps.column("Attribution %", [75, 90], renamed: "% due to us")).map.outcomes.first)
        #expect(outcome.attribution.value == Decimal(25) / 100)
    }

    @Test func `may have a rate of their own for a row`() throws {
        let header: [Cell] = ["Stakeholder", "Outcome", "Quantity", "Value of proxy", "Deadweight", "Discount rate"]
        let rows: [[Cell]] = [
            ["A", "B", 20, 5, 0.1, .percent(0.015)], ["A", "C", 20, 5, 0.1, "health"], ["A", "D", 20, 5, 0.1, nil],
        ]
        let outcomes = try understood(Sheet("Map", [header] + rows)).map.outcomes
        #expect(outcomes.map(\.discountRate?.value) == [.flat(Decimal(15) / 1000), .health, nil])
    }
}
