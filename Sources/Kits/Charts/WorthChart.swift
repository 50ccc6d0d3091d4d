package import CanonicalJSON

/// What it is worth, as one bar for each stakeholder. All texts are in the reader's language already.
package struct WorthChart: Sendable, Equatable {
    /// The alternative text.
    package var description: String
    /// What is measured and its unit, over the chart.
    package var axis: String
    package var bars: [Bar]

    package struct Bar: Sendable, Equatable {
        package var name: String
        package var value: Double
        /// The value as it is read, at the end of the bar.
        package var label: String

        package init(name: String, value: Double, label: String) {
            self.name = name
            self.value = value
            self.label = label
        }
    }

    package init(description: String, axis: String, bars: [Bar]) {
        self.description = description
        self.axis = axis
        self.bars = bars
    }

    /// The Vega-Lite specification.
    package var specification: JSON {
        let rows = NamedRows(bars.map(\.name), besides: bars.map(\.label), band: 16)
        let data: [JSON] = bars.enumerated().map { index, bar in
            let value: [String: JSON] = ["value": .number(bar.value), "label": .string(bar.label)]
            return .object(value.merging(rows.members(index)) { value, _ in value })
        }
        let position: JSON = [
            "field": "value", "type": "quantitative", "axis": ChartStyle.axisBelow,
            "scale": ["domain": domain, "nice": false],
        ]
        let bar: JSON = [
            "mark": "rect",
            "encoding": [
                "y": rows.position("top"), "y2": ["field": "bottom"], "x": position, "x2": ["datum": 0],
                "color": [
                    "condition": ["test": "datum.value < 0", "value": .string(ChartStyle.amber)],
                    "value": .string(ChartStyle.green),
                ],
            ],
        ]
        let zero: JSON = [
            "mark": ["type": "rule", "color": .string(ChartStyle.ink), "strokeWidth": 1],
            "encoding": ["x": ["datum": 0], "y": rows.position("top"), "y2": ["field": "bottom"]],
        ]
        return ChartStyle.specification(
            description: description, measured: axis, height: rows.height, hasRows: true,
            layers: [bar, zero, rows.names, rows.values("label")], data: data)
    }

    /// From the greatest loss to the greatest gain.
    private var domain: JSON {
        let values = bars.map(\.value).filter(\.isFinite)
        let low = min(0, values.min() ?? 0)
        let high = max(0, values.max() ?? 0)
        return [.number(low), .number(high > low ? high : low + 1)]
    }
}
