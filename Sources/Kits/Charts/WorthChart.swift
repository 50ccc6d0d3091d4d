package import CanonicalJSON

/// What it is worth, as one bar for each stakeholder. All texts are in the reader's language already.
package struct WorthChart: Sendable, Equatable {
    /// The finding, shown over the chart; none where it is empty.
    package var title: String
    /// The alternative text.
    package var description: String
    /// The unit, below the axis.
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

    package init(title: String, description: String, axis: String, bars: [Bar]) {
        self.title = title
        self.description = description
        self.axis = axis
        self.bars = bars
    }

    /// The Vega-Lite specification.
    package var specification: JSON {
        let names = RowNames(bars.map(\.name))
        let rows: [JSON] = bars.enumerated().map { place, bar in
            let value: [String: JSON] = ["value": .number(bar.value), "label": .string(bar.label)]
            return .object(value.merging(names.members(place)) { value, _ in value })
        }
        let axis: JSON = [
            "field": "value", "type": "quantitative", "axis": ChartStyle.valueAxis(axis),
            "scale": ["domain": domain, "nice": false],
        ]
        func label(_ isLoss: Bool) -> JSON {
            [
                "transform": [["filter": isLoss ? "datum.value < 0" : "datum.value >= 0"]],
                "mark": [
                    "type": "text", "align": isLoss ? "right" : "left", "dx": isLoss ? -6 : 6, "fontWeight": "bold",
                ],
                "encoding": ["y": names.encoding, "x": axis, "text": ["field": "label"]],
            ]
        }
        let bar: JSON = [
            "mark": ["type": "bar", "height": 24],
            "encoding": [
                "y": names.encoding, "x": axis,
                "color": [
                    "condition": ["test": "datum.value < 0", "value": .string(ChartStyle.amber)],
                    "value": .string(ChartStyle.green),
                ],
            ],
        ]
        let zero: JSON = [
            "data": ["values": [["value": 0]]],
            "mark": ["type": "rule", "color": .string(ChartStyle.ink), "strokeWidth": 1],
            "encoding": ["x": ["field": "value", "type": "quantitative"]],
        ]
        return ChartStyle.specification(
            title: title, description: description, height: names.height, hasRows: true,
            layers: [bar, zero, label(false), label(true), names.layer], data: rows)
    }

    /// From the greatest loss to the greatest gain, with room for the labels.
    private var domain: JSON {
        let values = bars.map(\.value).filter(\.isFinite)
        let low = min(0, values.min() ?? 0)
        let high = max(0, values.max() ?? 0)
        let room = max(high - low, 1e-9) * 0.24
        return [.number(low < 0 ? low - room : 0), .number(high > 0 ? high + room : 0)]
    }
}
