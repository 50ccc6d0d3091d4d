import CanonicalJSON
import Testing

@testable import outcomes

@Suite struct ValueCommandTests {
    /// 20 x 1,500 x 0.8 x 0.75 = 18,000; then 16,200 and 14,580. At 3.5 % they are worth 17,391.304348, 15,122.873812 and
    /// 13,150.325054 today (worked with bc to 40 digits), in all 45,664.50.
    private let map = """
        {"currency":"GBP","discountRate":0.035,"convention":"endOfYear",
         "inputs":[{"stakeholder":"Council","amount":30000,"kind":"cash"}],
         "outcomes":[{"stakeholder":"Young people","outcome":"Into work","quantity":20,"proxy":1500,"deadweight":0.2,
          "displacement":0,"attribution":0.25,"dropOff":0.1,"duration":3,"start":"after"}]}
        """

    @Test func `a map is valued and written as canonical JSON`() async throws {
        let result = await Terminal.run("value", "-", "--json", input: Array(map.utf8))
        #expect(result.status == .success)
        #expect(result.error.isEmpty)
        let expected: JSON = [
            "inputs": 30000, "presentValue": 45664.5, "netPresentValue": 15664.5, "ratio": 1.52215, "netRatio": 0.52215,
            "paybackMonths": 20,
            "outcomes": [["firstYear": 18000, "years": [18000, 16200, 14580], "presentValue": 45664.5]],
            "defaults": ["$.inputs[0].year"],
        ]
        #expect(result.output == expected.canonicalText + "\n")
    }

    @Test func `without --json a person can read it`() async {
        let result = await Terminal.run("value", "-", input: Array(map.utf8))
        #expect(result.status == .success)
        #expect(result.output.contains("Present value: £45,664.50"))
        #expect(result.output.contains("Ratio: 1.52 to 1"))
        #expect(result.output.contains("Payback: 20.0 months"))
    }

    @Test func `a map that can't be taken ends with 2 and one problem document`() async throws {
        let text =
            #"{"inputs":[],"outcomes":[{"stakeholder":"A","outcome":"B","quantity":1,"proxy":1,"deadweight":1.3}]}"#
        let result = await Terminal.run("value", "-", "--json", input: Array(text.utf8))
        #expect(result.status == .refused)
        #expect(result.output.isEmpty)
        let document = try JSON(parsing: result.error)
        #expect(document["status"] == 422)
        #expect(document["type"]?.stringValue?.isEmpty == false)
        #expect(document["title"]?.stringValue?.isEmpty == false)
        #expect(document["problems"]?.arrayValue?.count == 1)
        #expect(document["problems"]?[0]?["path"] == "$.outcomes[0].deadweight")
    }

    @Test(arguments: ["", "{", "[1,\n2", "\u{0}", "{\"inputs\":[NaN]}", String(repeating: "[", count: 100_000)])
    func `a text that isn't JSON has its line and column`(text: String) async throws {
        let result = await Terminal.run("value", "-", "--json", input: Array(text.utf8))
        #expect(result.status == .refused)
        let problem = try JSON(parsing: result.error)["problems"]?[0]
        #expect(problem?["path"] == "$")
        #expect(problem?["line"]?.integerValue != nil)
        #expect(problem?["column"]?.integerValue != nil)
        #expect(problem?["detail"]?.stringValue?.hasPrefix("Line ") == true)
    }

    @Test func `a file that can't be read is a problem like any other`() async throws {
        for path in ["/no/such/file.json", "/"] {
            let result = await Terminal.run("value", path, "--json")
            #expect(result.status == .refused)
            #expect(try JSON(parsing: result.error)["problems"]?[0]?["path"] == "$")
        }
        let result = await Terminal.run("value", "-", "--json", input: Array(repeating: 0x20, count: 20_000_000))
        #expect(result.status == .refused)
    }
}
