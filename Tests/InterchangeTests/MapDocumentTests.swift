import CanonicalJSON
import FoundationEssentials
import Testing
import Valuation
import Words

@testable import Interchange

@Suite struct MapDocumentTests {
    private static let row = #""stakeholder":"Young people","outcome":"Into work","quantity":20,"proxy":1500"#

    private func problems(in text: String) -> [String] {
        do {
            _ = try MapDocument(parsing: Array(text.utf8))
            return []
        } catch {
            return error.problems.map(\.path)
        }
    }

    @Test func `a map with only what is required gets every default, and each is named`() throws {
        let document = try MapDocument(
            parsing: Array(#"{"inputs":[{"amount":5}],"outcomes":[{\#(Self.row)}]}"#.utf8))
        let expected = ValueMap(
            inputs: [Input(amount: 5)],
            outcomes: [Outcome(stakeholder: "Young people", outcome: "Into work", quantity: 20, proxy: 1500)])
        #expect(document.map == expected)
        #expect(
            document.defaults == [
                "$.currency", "$.discountRate", "$.convention", "$.inputs[0].kind", "$.inputs[0].year",
                "$.outcomes[0].deadweight", "$.outcomes[0].displacement", "$.outcomes[0].attribution",
                "$.outcomes[0].dropOff", "$.outcomes[0].duration", "$.outcomes[0].start",
            ])
    }

    @Test func `numbers keep the digits that were typed`() throws {
        let text =
            #"{"inputs":[{"amount":0.1}],"outcomes":[{"stakeholder":"a","outcome":"b","quantity":1.1,"proxy":-1234567.89}]}"#
        let map = try MapDocument(parsing: Array(text.utf8)).map
        #expect(map.inputs[0].amount == Decimal(string: "0.1"))
        #expect(map.outcomes[0].quantity == Decimal(string: "1.1"))
        #expect(map.outcomes[0].proxy == Decimal(string: "-1234567.89"))
    }

    @Test func `everything that may stand in a map is taken`() throws {
        let text = """
            {"currency":"USD","discountRate":"standard","convention":"midYear",
             "inputs":[{"stakeholder":"Us","amount":0,"kind":"inKind","year":100}],
             "outcomes":[{\(Self.row),"deadweight":1,"displacement":0,"attribution":0.25,"dropOff":0.1,"duration":100,
              "start":"during","discountRate":"health","unit":"people","source":"Survey","priceYear":2024},
              {\(Self.row),"discountRate":0.015,"priceYear":"2023/24","duration":2.0}]}
            """
        let document = try MapDocument(parsing: Array(text.utf8))
        #expect(document.map.discountRate == .standard)
        #expect(document.map.outcomes[0].discountRate == .health)
        #expect(document.map.outcomes[1].discountRate == .flat(Decimal(15) / 1000))
        #expect(document.map.outcomes[1].duration == 2)
        #expect(!document.defaults.contains { $0.hasPrefix("$.outcomes[0]") || $0.hasPrefix("$.inputs") })
    }

    @Test(arguments: [
        (#""deadweight":1.3"#, "deadweight"), (#""deadweight":-0.1"#, "deadweight"), (#""dropOff":"0.1""#, "dropOff"),
        (#""attribution":null"#, "attribution"), (#""displacement":true"#, "displacement"),
        (#""duration":0"#, "duration"), (#""duration":1.5"#, "duration"), (#""duration":101"#, "duration"),
        (#""duration":"3""#, "duration"), (#""duration":1e300"#, "duration"), (#""start":"later""#, "start"),
        (#""start":0"#, "start"), (#""discountRate":0.21"#, "discountRate"), (#""discountRate":-0.01"#, "discountRate"),
        (#""discountRate":"bogus""#, "discountRate"), (#""discountRate":null"#, "discountRate"),
        (#""unit":3"#, "unit"), (#""source":"""#, "source"), (#""priceYear":20.5"#, "priceYear"),
        (#""priceYear":[]"#, "priceYear"), (#""deadwieght":0.1"#, "deadwieght"), (#""Duration":1"#, "Duration"),
    ])
    func `a wrong member of a row is refused at its own path`(member: String, key: String) {
        #expect(problems(in: #"{"inputs":[],"outcomes":[{\#(Self.row),\#(member)}]}"#) == ["$.outcomes[0].\(key)"])
    }

    @Test(arguments: [
        ("[]", ["$"]), ("3", ["$"]), ("null", ["$"]), ("{}", ["$.inputs", "$.outcomes"]),
        (#"{"inputs":{},"outcomes":null}"#, ["$.inputs", "$.outcomes"]),
        (#"{"inputs":[3],"outcomes":[[]]}"#, ["$.inputs[0]", "$.outcomes[0]"]),
        (#"{"inputs":[{}],"outcomes":[]}"#, ["$.inputs[0].amount"]),
        (
            #"{"inputs":[{"amount":-1,"kind":"Cash","year":-1}],"outcomes":[]}"#,
            ["$.inputs[0].amount", "$.inputs[0].kind", "$.inputs[0].year"]
        ),
        (#"{"inputs":[{"amount":1e16}],"outcomes":[]}"#, ["$.inputs[0].amount"]),
        (
            #"{"currency":"pounds","discountRate":0.5,"convention":"never","inputs":[],"outcomes":[]}"#,
            ["$.currency", "$.discountRate", "$.convention"]
        ),
        (
            #"{"inputs":[],"outcomes":[{}]}"#,
            ["$.outcomes[0].stakeholder", "$.outcomes[0].outcome", "$.outcomes[0].quantity", "$.outcomes[0].proxy"]
        ),
        (#"{"inputs":[],"outcomes":[],"my notes":1}"#, [#"$["my notes"]"#]),
    ])
    func `all problems are found at once`(text: String, paths: [String]) {
        #expect(problems(in: text) == paths)
    }

    @Test func `an empty map is a map`() throws {
        let document = try MapDocument(parsing: Array(#"{"inputs":[],"outcomes":[]}"#.utf8))
        let json = ValuedDocument(try value(document.map), defaults: []).json
        #expect(json["ratio"] == .null)
        #expect(json["netRatio"] == .null)
        #expect(json["paybackMonths"] == .null)
        #expect(json["presentValue"] == 0)
    }

    @Test func `more rows than the limit are refused, and many problems are cut short`() {
        let rows = Array(repeating: "{}", count: MapDocument.mostRows + 1).joined(separator: ",")
        #expect(problems(in: #"{"inputs":[\#(rows)],"outcomes":[]}"#) == ["$.inputs"])
        let wrong = Array(repeating: "{}", count: 1_500).joined(separator: ",")
        let found = problems(in: #"{"inputs":[\#(wrong)],"outcomes":[]}"#)
        #expect(found.count == MapReading.mostProblems + 1)
        #expect(found.last == "$")
    }

    @Test func `a slip of the pen is met with the key that was meant`() {
        let known = ["deadweight", "displacement", "attribution", "dropOff", "unit"]
        #expect(nearest("deadwieght", among: known) == "deadweight")
        #expect(nearest("dropoff", among: known) == "dropOff")
        #expect(nearest("atribution", among: known) == "attribution")
        #expect(nearest("inputs", among: known) == nil)
        #expect(nearest("", among: known) == nil)
    }

    @Test func `what is worth too much to state is refused at its row`() throws {
        let text = #"{"inputs":[],"outcomes":[{"stakeholder":"a","outcome":"b","quantity":1e14,"proxy":1e14}]}"#
        let map = try MapDocument(parsing: Array(text.utf8)).map
        let error = #expect(throws: ValuationError.self) { try value(map) }
        #expect(error.map { MapProblems($0).problems[0].path } == "$.outcomes[0]")
    }
}
