import CanonicalJSON
import Charts
import Testing

@Suite struct SpecificationTests {
    @Test(arguments: Examples.names)
    func `a chart holds its own data and points nowhere`(name: String) {
        let specification = Examples.specification(name)
        let keys = everyKey(in: specification)
        #expect(keys.isDisjoint(with: ["url", "href", "sequence", "loader"]))
        #expect(specification["config"]?["font"] == "DejaVu Sans")
        #expect(specification["background"] == "#ffffff")
        #expect(specification["description"]?.stringValue?.isEmpty == false)
    }

    @Test func `a long finding is broken into lines over the chart`() {
        let lines = Examples.worth.specification["title"]?["text"]?.arrayValue?.compactMap(\.stringValue) ?? []
        #expect(lines.count == 2)
        #expect(lines.joined(separator: " ") == Examples.worth.title)
    }

    @Test func `a chart without a finding has no title`() {
        var chart = Examples.worth
        chart.title = ""
        #expect(chart.specification["title"] == nil)
    }

    @Test func `two stakeholders of one name keep a bar each, in the order given`() {
        var chart = Examples.worth
        chart.bars = [
            .init(name: "Families", value: 5, label: "£5"), .init(name: "Families", value: 7, label: "£7"),
        ]
        let rows = chart.specification["data"]?["values"]?.arrayValue ?? []
        #expect(rows.map { $0["row"] } == [0, 1])
        #expect(rows.map { $0["label"] } == ["£5", "£7"])
    }

    @Test func `a chart with a loss has room on both sides of zero`() throws {
        let domain = try #require(Examples.worth.specification["layer"]?[0]?["encoding"]?["x"]?["scale"]?["domain"])
        #expect(try #require(domain[0]?.numberValue) < -4_200)
        #expect(try #require(domain[1]?.numberValue) > 84_300)
    }

    @Test func `the line where value equals what was put in is always in the picture`() throws {
        var chart = Examples.sensitivity
        chart.ratio = 4
        chart.rows = [.init(name: "Deadweight", low: 3.5, high: 4.5, lowLabel: "3.50", highLabel: "4.50")]
        let domain = try #require(chart.specification["layer"]?[0]?["encoding"]?["x"]?["scale"]?["domain"])
        #expect(try #require(domain[0]?.numberValue) < 1)
    }

    @Test func `the name of the line at the right is never cut off by the edge`() throws {
        var chart = Examples.sensitivity
        chart.evenLabel = "1: value equals inputs"
        chart.ratio = 0.63
        func name(_ high: Double) throws -> JSON {
            chart.rows = [.init(name: "Quantity", low: 0.54, high: high, lowLabel: "0.54", highLabel: "high")]
            let layers = chart.specification["layer"]?.arrayValue ?? []
            return try #require(
                layers.first {
                    $0["data"]?["values"]?[0]?["name"] == "1: value equals inputs" && $0["mark"]?["type"] == "text"
                }?["mark"])
        }
        #expect(try name(0.72)["align"] == "right")
        #expect(try #require(name(0.72)["dy"]?.numberValue) <= -24)
        #expect(try name(3)["align"] == "left")
    }

    @Test func `labels that would touch are moved apart, and those that don't stay`() {
        var chart = Examples.slopes
        let near = ChangeChart.Average(low: 6_000, mean: 6_300, high: 7_000, label: "$6,300")
        chart.groups[1].after = near
        let points = chart.specification["data"]?["values"]?.arrayValue ?? []
        let ends = points.filter { ($0["x"]?.numberValue ?? 0) >= 1 }.compactMap { $0["labelAt"]?.numberValue }
        #expect(ends.count == 2)
        #expect(abs((ends.first ?? 0) - (ends.last ?? 0)) > 500)
        let apart = Examples.slopes.specification["data"]?["values"]?.arrayValue ?? []
        #expect(apart.first { $0["label"] == "On the programme\n$6,349" }?["labelAt"] == 6349)
    }

    @Test func `words of a person can't become an expression`() {
        var chart = Examples.alone
        chart.beforeLabel = #"" + alert(1) + ""#
        let axis = chart.specification["layer"]?[0]?["encoding"]?["x"]?["axis"]?["labelExpr"]?.stringValue
        #expect(axis == #"datum.value == 0 ? "\" + alert(1) + \"" : "After six months""#)
    }

    @Test func `an empty chart is still a chart`() {
        var chart = Examples.worth
        chart.bars = []
        #expect(chart.specification["height"]?.numberValue ?? 0 > 0)
    }
}

private func everyKey(in json: JSON) -> Set<String> {
    switch json {
    case .object(let members): members.values.reduce(into: Set(members.keys)) { $0.formUnion(everyKey(in: $1)) }
    case .array(let elements): elements.reduce(into: []) { $0.formUnion(everyKey(in: $1)) }
    default: []
    }
}
