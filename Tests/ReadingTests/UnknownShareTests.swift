import Documents
import FoundationEssentials
import Testing
import ValueMaps
import Workbooks

@testable import Reading

@Suite struct `A column of parts under an unknown heading` {
    private func map(_ heading: String, _ cells: [Cell], more: [(Cell, Cell)] = []) -> Sheet {
        Sheet(
            "Map",
            [["Stakeholder", "Outcome", "Quantity", "Value of proxy", .text(heading)] + more.map(\.0)]
                + cells.map { ["Members", "Less lonely", 40, 500, $0] + more.map(\.1) })
    }

    @Test(arguments: [["35%", "50%"], [0.35, 0.5], ["35%", nil], ["0.2", "1"]] as [[Cell]])
    func `is a question with every share that is missing as an answer`(cells: [Cell]) throws {
        let sheet = map("Zeta part", cells, more: [("Deadweight", "10%"), ("Drop-off", "0%")])
        let found = problems(sheet)
        #expect(found.places == ["IMP-045 E1"])
        #expect(
            found.first?.takes == ["displacement", "attribution", "notUsed"].map { "Map!Zeta part=\($0)" })
        let taken = try understood(sheet, options: ImportOptions(takes: ["Map!Zeta part=attribution"]))
        #expect(taken.map.outcomes.first?.attribution.value != 0)
        _ = try understood(sheet, options: ImportOptions(takes: ["Map!Zeta part=notUsed"]))
    }

    @Test func `is left aside where no share is missing`() throws {
        let all: [(Cell, Cell)] = [
            ("Deadweight", "1%"), ("Displacement", "1%"), ("Our share", "9%"), ("Drop-off", "1%"),
        ]
        _ = try understood(map("Zeta part", ["35%"], more: all))
    }

    @Test(
        arguments: [
            ("Notes", "35%"), ("Response rate", "35%"), ("% of total", "35%"), ("Zeta", 12), ("Zeta", 1),
            ("Zeta", "soon"),
        ] as [(String, Cell)])
    func `is left aside where it is known or holds no parts`(heading: String, cell: Cell) throws {
        _ = try understood(map(heading, [cell]))
    }

    @Test(arguments: [("D/O", "dropOff"), ("Down to others", "attribution")])
    func `is known by what people call it`(heading: String, meaning: String) throws {
        let found = try understood(map(heading, ["35%"]))
        #expect(found.sheets.first?.columns.last?.meaning == meaning)
    }

    @Test func `intended changes are the outcomes of a map that has no others`() throws {
        let rows: [[Cell]] = [["Members", "Less lonely", 40, 500]]
        let alone = Sheet("Map", [["Stakeholder", "Intended/unintended changes", "Quantity", "Value of proxy"]] + rows)
        #expect(try understood(alone).map.outcomes.map(\.outcome) == ["Less lonely"])
        let beside = Sheet(
            "Map",
            [["Stakeholder", "Intended/unintended changes", "Outcome", "Quantity", "Value of proxy"]]
                + [["Members", "They will go out", "Less lonely", 40, 500]])
        #expect(try understood(beside).map.outcomes.map(\.outcome) == ["Less lonely"])
    }
}
