import Documents
import FoundationEssentials
import Measurement
import Testing
import Valuation
import ValueMaps
import Words
import Workbooks

@testable import Reading

@Suite struct `Answers about columns` {
    @Test func `may name a column by its header or its letters`() throws {
        for column in ["Attribution %", "attribution", "L"] {
            let understanding = try understood(
                Maps.sheet(), options: ImportOptions(takes: ["Value map!\(column)=deadweight", "Value map!J=notUsed"]))
            #expect(understanding.map.outcomes.first?.deadweight.value == 0.25)
            #expect(understanding.map.outcomes.first?.attribution.origin == .assumed)
        }
    }

    @Test(arguments: [
        "nonsense", "Other!A=quantity", "Value map!ZZ=quantity", "Value map!Nothing=quantity", "Value map!A=purple",
        "=", "!=", "Value map!=x",
    ])
    func `that fit nothing are problems`(take: String) {
        #expect(problems(Maps.sheet(), options: ImportOptions(takes: [take])).map(\.code) == ["IMP-002"])
    }

    @Test func `may make any sheet what it is`() throws {
        let odd = Sheet("Sheet2", [["Item", "Kind", "Level"], ["k-1", "x", 4], ["k-2", "y", 6]])
        #expect(try understood(Maps.sheet(), odd).participants == nil)
        let options = ImportOptions(takes: ["Sheet2=participants", "Sheet2!Item=person", "Sheet2!Level=score"])
        let people = try understood(Maps.sheet(), odd, options: options).participants
        #expect(people?.people == 2)
        #expect(people?.measures.map(\.name) == ["Level"])
        #expect(
            try understood(
                Maps.sheet(), Sheet("Participants", [["ID", "Age"], ["a", 4]]),
                options: ImportOptions(takes: ["Participants=notUsed"])
            ).participants == nil)
    }

    @Test func `may pair a score before with a score after`() throws {
        let sheet = Sheet("Participants", [["ID", "Spring", "Autumn"], ["a1", 3, 5], ["a2", 4, 6]])
        let options = ImportOptions(takes: ["Participants!Spring=before", "Participants!Autumn=after"])
        let measure = try understood(Maps.sheet(), sheet, options: options).participants?.measures.first
        #expect(measure?.layout == .columns(before: 1, after: 2))
    }

    @Test func `are remembered for the next file by the header`() throws {
        let header: [Cell] = ["Stakeholder", "Outcome", "Proxy", "Value of proxy", "Deadweight", "Headcount"]
        let first = Sheet("Map", [header, ["A", "B", "Club", 20, 0.2, 17]])
        let understanding = try understood(first, options: ImportOptions(takes: ["Map!Headcount=quantity"]))
        var memory = RememberedMeanings()
        memory.remember(chosenIn: understanding.sheets)
        #expect(
            memory.entries == [RememberedMeanings.Entry(sheet: .valueMap, header: "headcount", meaning: "quantity")])
        let moved = Sheet("Other", [header.reversed(), [4, 0.1, 30, "Club", "C", "D"]])
        let next = try understood(moved, remembered: RememberedMeanings(memory.entries))
        #expect(next.map.outcomes.first?.quantity.value == .number(4))
        #expect(next.sheets.first?.columns.first?.basis == .remembered)
    }

    @Test func `of an unknown meaning are not remembered`() {
        var memory = RememberedMeanings()
        memory.remember("purple", for: "Headcount", in: .valueMap)
        memory.remember("quantity", for: "?!", in: .valueMap)
        #expect(memory.entries.isEmpty)
    }
}
