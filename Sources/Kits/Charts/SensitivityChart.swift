package import CanonicalJSON

/// How the ratio moves when one assumption at a time does: a tornado with the line where value equals what was put in.
package struct SensitivityChart: Sendable, Equatable {
    /// The finding, shown over the chart; none where it is empty.
    package var title: String
    /// The alternative text.
    package var description: String
    package var axis: String
    /// The ratio of the account, and what its line is called.
    package var ratio: Double
    package var ratioLabel: String
    /// What the line at 1 is called.
    package var evenLabel: String
    package var rows: [Row]

    package struct Row: Sendable, Equatable {
        package var name: String
        package var low: Double
        package var high: Double
        package var lowLabel: String
        package var highLabel: String

        package init(name: String, low: Double, high: Double, lowLabel: String, highLabel: String) {
            self.name = name
            self.low = low
            self.high = high
            self.lowLabel = lowLabel
            self.highLabel = highLabel
        }
    }

    package init(
        title: String, description: String, axis: String, ratio: Double, ratioLabel: String, evenLabel: String,
        rows: [Row]
    ) {
        self.title = title
        self.description = description
        self.axis = axis
        self.ratio = ratio
        self.ratioLabel = ratioLabel
        self.evenLabel = evenLabel
        self.rows = rows
    }

    /// The Vega-Lite specification.
    package var specification: JSON {
        let names = RowNames(rows.map(\.name))
        let data: [JSON] = rows.enumerated().map { place, row in
            let ends: [String: JSON] = [
                "low": .number(row.low), "high": .number(row.high), "ratio": .number(ratio),
                "lowLabel": .string(row.lowLabel), "highLabel": .string(row.highLabel),
            ]
            return .object(ends.merging(names.members(place)) { end, _ in end })
        }
        let bars = [
            bar(names, from: "low", color: ChartStyle.amber), bar(names, from: "high", color: ChartStyle.green),
        ]
        let even = (name: evenLabel, dash: [4.0, 4.0])
        let own = (name: ratioLabel, dash: [1.0, 0.0])
        let right = ratio < 1 ? even : own
        let left = ratio < 1 ? own : even
        let rightPlace: NamePlace = hasRoom(for: right.name, rightOf: max(ratio, 1)) ? .right : .above
        let lines =
            line(at: max(ratio, 1), called: right.name, dash: right.dash, place: rightPlace)
            + line(at: min(ratio, 1), called: left.name, dash: left.dash, place: .left)
        let ends = [true, false].flatMap { isHalo in
            [
                label(names, at: "low", text: "lowLabel", isLeft: true, isHalo: isHalo),
                label(names, at: "high", text: "highLabel", isLeft: false, isHalo: isHalo),
            ]
        }
        return ChartStyle.specification(
            title: title, description: description, height: names.height, hasRows: true,
            above: rightPlace == .above ? 40 : 24,
            layers: bars + lines + ends + [names.layer], data: data)
    }

    private func position(_ field: String) -> JSON {
        [
            "field": .string(field), "type": "quantitative", "axis": ChartStyle.valueAxis(axis),
            "scale": ["domain": [.number(extent.low), .number(extent.high)], "nice": false],
        ]
    }

    private func bar(_ names: RowNames, from field: String, color: String) -> JSON {
        [
            "mark": ["type": "bar", "height": 20, "color": .string(color)],
            "encoding": ["y": names.encoding, "x": position(field), "x2": ["field": "ratio"]],
        ]
    }

    /// The number at an end; its halo keeps it readable where a line runs behind it.
    private func label(_ names: RowNames, at field: String, text: String, isLeft: Bool, isHalo: Bool) -> JSON {
        var mark: [String: JSON] = ["type": "text", "align": isLeft ? "right" : "left", "dx": isLeft ? -6 : 6]
        if isHalo {
            mark["stroke"] = "#ffffff"
            mark["strokeWidth"] = 5
        }
        return [
            "mark": .object(mark),
            "encoding": ["y": names.encoding, "x": position(field), "text": ["field": .string(text)]],
        ]
    }

    /// Where the name of a line stands: beside its top, or left of it in a row of its own over the other's name.
    private enum NamePlace { case left, right, above }

    /// Whether a name fits between its line and the edge of the chart, by the width of an ordinary bold letter.
    private func hasRoom(for name: String, rightOf value: Double) -> Bool {
        let (low, high) = extent
        let pixels = (high - value) / (high - low) * Double(ChartStyle.plotWidth)
        return Double(name.count) * 7.5 + 4 <= pixels + Double(ChartStyle.rightMargin)
    }

    /// A line over all rows with its name above, where the other line's name isn't.
    private func line(at value: Double, called name: String, dash: [Double], place: NamePlace) -> [JSON] {
        let data: JSON = ["values": [["value": .number(value), "name": .string(name)]]]
        let x = position("value")
        return [
            [
                "data": data,
                "mark": [
                    "type": "rule", "color": .string(ChartStyle.ink), "strokeWidth": 1.5,
                    "strokeDash": .array(dash.map(JSON.number)),
                ],
                "encoding": ["x": x],
            ],
            [
                "data": data,
                "mark": [
                    "type": "text", "align": place == .right ? "left" : "right", "dx": place == .right ? 4 : -4,
                    "dy": place == .above ? -26 : -10,
                    "baseline": "bottom", "fontWeight": "bold",
                ],
                "encoding": ["x": x, "y": ["value": 0], "text": ["field": "name"]],
            ],
        ]
    }

    /// All ends, the ratio and 1, with room for the labels.
    private var extent: (low: Double, high: Double) {
        let values = (rows.flatMap { [$0.low, $0.high] } + [ratio, 1]).filter(\.isFinite)
        let low = values.min() ?? 0
        let high = values.max() ?? 1
        let room = max(high - low, 0.1) * 0.18
        return (low - room, high + room)
    }
}
