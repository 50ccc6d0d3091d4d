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

    @Test func `what is measured stands over the chart, in lines that fit`() {
        var chart = Examples.worth
        chart.axis = "Worth today, in pounds of the year in which the first of these people came to the project"
        let lines = chart.specification["title"]?["text"]?.arrayValue?.compactMap(\.stringValue) ?? []
        #expect(lines.count == 2)
        #expect(lines.joined(separator: " ") == chart.axis)
    }

    @Test(arguments: [
        "Department for Work and Pensions and the local Jobcentre Plus",
        "Ymddiriedolwyr, gwirfoddolwyr a chyflogwyr lleol y fwrdeistref",
    ])
    func `a long name stands over its bar whole, and its value beside it`(name: String) {
        var chart = Examples.worth
        chart.bars = [.init(name: name, value: 1_234_567, label: "£1,234,567")]
        let row = chart.specification["data"]?["values"]?[0]
        let lines = row?["name"]?.stringValue?.split(separator: "\n") ?? []
        #expect(lines.joined(separator: " ") == name)
        #expect((row?["top"]?.numberValue ?? 0) > Double(lines.count) * 12)
    }

    @Test func `a name that would take many lines ends with dots, also where it has no spaces`() {
        for name in [String(repeating: "word ", count: 80), String(repeating: "w", count: 400)] {
            var chart = Examples.sensitivity
            chart.rows = [.init(name: name, low: 1, high: 2, lowLabel: "1.00", highLabel: "2.00")]
            let text = chart.specification["data"]?["values"]?[0]?["name"]?.stringValue ?? ""
            #expect(text.split(separator: "\n").count == 3)
            #expect(text.hasSuffix("…"))
        }
    }

    @Test func `rows stand below each other whatever their names take`() {
        var chart = Examples.worth
        chart.bars = ["A", "A name that goes on for so long that it needs two lines", "", "B"].map {
            .init(name: $0, value: 1, label: "£1")
        }
        let rows = chart.specification["data"]?["values"]?.arrayValue ?? []
        let edges = rows.flatMap { [$0["nameTop"], $0["top"], $0["bottom"]].map { $0?.numberValue ?? 0 } }
        #expect(edges == edges.sorted())
        #expect(edges.count == 12)
        #expect(chart.specification["height"]?.numberValue ?? 0 >= edges.last ?? .infinity)
    }

    @Test func `two stakeholders of one name keep a bar each, in the order given`() {
        var chart = Examples.worth
        chart.bars = [
            .init(name: "Families", value: 5, label: "£5"), .init(name: "Families", value: 7, label: "£7"),
        ]
        let rows = chart.specification["data"]?["values"]?.arrayValue ?? []
        #expect(Set(rows.map { $0["top"]?.numberValue }).count == 2)
        #expect(rows.map { $0["label"] } == ["£5", "£7"])
    }

    @Test func `the scale of a chart with a loss begins at the loss`() throws {
        let domain = try #require(Examples.worth.specification["layer"]?[0]?["encoding"]?["x"]?["scale"]?["domain"])
        #expect(try #require(domain[0]?.numberValue) == -4_200)
        #expect(try #require(domain[1]?.numberValue) == 84_300)
    }

    @Test func `the line where value equals what was put in is always in the picture`() throws {
        var chart = Examples.sensitivity
        chart.ratio = 4
        chart.rows = [.init(name: "Deadweight", low: 3.5, high: 4.5, lowLabel: "3.50", highLabel: "4.50")]
        let domain = try #require(chart.specification["layer"]?[0]?["encoding"]?["x"]?["scale"]?["domain"])
        #expect(try #require(domain[0]?.numberValue) < 1)
    }

    @Test func `the names of both lines stay within the chart, one over and one under the rows`() throws {
        var chart = Examples.sensitivity
        chart.evenLabel = "1: y gwerth yn hafal i’r mewnbynnau"
        chart.ratioLabel = chart.evenLabel
        for ratio in [0.63, 1, 1.02, 9] {
            chart.ratio = ratio
            chart.rows = [.init(name: "Quantity", low: ratio, high: ratio, lowLabel: "0.54", highLabel: "0.72")]
            let layers = chart.specification["layer"]?.arrayValue ?? []
            let marks = layers.filter { $0["data"]?["values"]?[0]?["name"] != nil }.compactMap { $0["mark"] }
            #expect(marks.count == 2)
            // By the font's own table of widths the name is 249.5 units wide, of the 328 that the chart has.
            for mark in marks { #expect((124.75...203.25).contains(try #require(mark["x"]?.numberValue))) }
            let heights = try marks.map { try #require($0["y"]?.numberValue) }
            #expect(try #require(heights.last) - heights[0] > 30)
        }
    }

    @Test func `lines stand beside the bars alone, so that they run through no name`() throws {
        let layers = Examples.sensitivity.specification["layer"]?.arrayValue ?? []
        let lines = layers.filter { $0["mark"]?["type"] == "rule" }
        #expect(lines.count == 2)
        for line in lines {
            #expect(line["encoding"]?["y"]?["field"] == "top")
            #expect(line["encoding"]?["y2"]?["field"] == "bottom")
        }
    }

    @Test func `the two ends of a choice are two tones of one hue`() {
        let bars = Examples.sensitivity.specification["layer"]?.arrayValue ?? []
        let colors = bars.compactMap {
            $0["encoding"]?["x2"]?["datum"] == nil ? nil : $0["mark"]?["color"]?.stringValue
        }
        #expect(colors.count == 2 && Set(colors).count == 2)
        for color in colors {
            let parts = stride(from: 1, to: 7, by: 2).compactMap { Int(color.dropFirst($0).prefix(2), radix: 16) }
            #expect(parts.count == 3 && parts[1] == parts.max())
        }
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
        #expect(apart.first { $0["label"] == "On the\nprogramme\n$6,349" }?["labelAt"] == 6349)
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
