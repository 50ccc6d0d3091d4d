package import CanonicalJSON

/// How the ratio moves when one assumption at a time does: a tornado with the line where value equals what was put in.
package struct SensitivityChart: Sendable, Equatable {
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
        description: String, axis: String, ratio: Double, ratioLabel: String, evenLabel: String,
        rows: [Row]
    ) {
        self.description = description
        self.axis = axis
        self.ratio = ratio
        self.ratioLabel = ratioLabel
        self.evenLabel = evenLabel
        self.rows = rows
    }

    /// The Vega-Lite specification.
    package var specification: JSON {
        let named = Lettering.lineHeight + 4
        let places = NamedRows(rows.map(\.name), band: 16, above: named, below: named - 6)
        let data: [JSON] = rows.enumerated().map { index, row in
            let ends: [String: JSON] = [
                "low": .number(row.low), "high": .number(row.high), "lowLabel": .string(row.lowLabel),
                "highLabel": .string(row.highLabel),
            ]
            return .object(ends.merging(places.members(index)) { end, _ in end })
        }
        let layers =
            [
                bar(places, from: "low", color: ChartStyle.paleGreen),
                bar(places, from: "high", color: ChartStyle.green),
                mark(at: 1, dash: even, in: places), mark(at: ratio, dash: own, in: places), plates(under: places),
                places.names,
                label(places, at: "low", text: "lowLabel", isLeft: true),
                label(places, at: "high", text: "highLabel", isLeft: false),
                name(ratioLabel, at: ratio, y: named - 4), name(evenLabel, at: 1, y: places.height),
            ]
        return ChartStyle.specification(
            description: description, measured: axis, height: places.height, hasRows: true, layers: layers, data: data)
    }

    private var own: [Double] { [1, 0] }
    private var even: [Double] { [3, 3] }

    private func position(_ channel: [String: JSON]) -> JSON {
        let scale: JSON = ["domain": [.number(extent.low), .number(extent.high)], "nice": false, "zero": false]
        let common: [String: JSON] = ["type": "quantitative", "axis": ChartStyle.axisBelow, "scale": scale]
        return .object(common.merging(channel) { common, _ in common })
    }

    private func bar(_ places: NamedRows, from field: String, color: String) -> JSON {
        [
            "mark": ["type": "rect", "color": .string(color)],
            "encoding": [
                "y": places.position("top"), "y2": ["field": "bottom"],
                "x": position(["field": .string(field)]), "x2": ["datum": .number(ratio)],
            ],
        ]
    }

    private func label(_ places: NamedRows, at field: String, text: String, isLeft: Bool) -> JSON {
        [
            "mark": [
                "type": "text", "align": isLeft ? "right" : "left", "dx": isLeft ? -5 : 5, "baseline": "middle",
            ],
            "encoding": [
                "y": places.position("middle"), "x": position(["field": .string(field)]),
                "text": ["field": .string(text)],
            ],
        ]
    }

    /// A line beside each bar and no further, so that it runs through no name.
    private func mark(at value: Double, dash: [Double], in places: NamedRows) -> JSON {
        [
            "mark": rule(dash),
            "encoding": [
                "x": position(["datum": .number(value)]), "y": places.position("top"), "y2": ["field": "bottom"],
            ],
        ]
    }

    private func rule(_ dash: [Double]) -> JSON {
        [
            "type": "rule", "color": .string(ChartStyle.ink), "strokeWidth": 1.5,
            "strokeDash": .array(dash.map(JSON.number)),
        ]
    }

    /// The name of a line, as near to the middle over or under it as the edges allow.
    private func name(_ name: String, at value: Double, y: Double) -> JSON {
        [
            "data": ["values": [["name": .string(name)]]],
            "mark": [
                "type": "text", "align": "center", "baseline": "bottom", "fontWeight": "bold",
                "x": .number(middle(of: name, at: value)),
                "y": .number(y),
            ],
            "encoding": ["text": ["field": "name"]],
        ]
    }

    private func middle(of name: String, at value: Double) -> Double {
        let half = Lettering.width(of: name, isBold: true) / 2
        return min(max(units(value), half), max(ChartStyle.plotWidth - half, half))
    }

    /// Paper under the numbers at the ends, so that no line runs through them.
    private func plates(under places: NamedRows) -> JSON {
        var plates: [JSON] = []
        func plate(_ left: Double, _ right: Double, _ top: Double, _ bottom: Double) {
            plates.append([
                "left": .number(value(at: left)), "right": .number(value(at: right)), "top": .number(top),
                "bottom": .number(bottom),
            ])
        }
        for (row, place) in zip(rows, places.places) {
            plate(units(row.low) - Lettering.width(of: row.lowLabel) - 8, units(row.low), place.top, place.bottom)
            plate(units(row.high), units(row.high) + Lettering.width(of: row.highLabel) + 8, place.top, place.bottom)
        }
        return [
            "data": ["values": .array(plates)],
            "mark": ["type": "rect", "color": .string(ChartStyle.paper)],
            "encoding": [
                "x": position(["field": "left"]), "x2": ["field": "right"], "y": places.position("top"),
                "y2": ["field": "bottom"],
            ],
        ]
    }

    private func units(_ value: Double) -> Double {
        (value - extent.low) / (extent.high - extent.low) * ChartStyle.plotWidth
    }

    private func value(at units: Double) -> Double {
        extent.low + units / ChartStyle.plotWidth * (extent.high - extent.low)
    }

    /// All ends, the ratio and 1, with room for the numbers at the ends.
    private var extent: (low: Double, high: Double) {
        let values = (rows.flatMap { [$0.low, $0.high] } + [ratio, 1]).filter(\.isFinite)
        let low = values.min() ?? 0
        let high = values.max() ?? 1
        let widest = rows.flatMap { [$0.lowLabel, $0.highLabel] }.map { Lettering.width(of: $0) }.max() ?? 0
        let label = min(widest + 10, ChartStyle.plotWidth / 3)
        let room = max(high - low, 0.1) * label / (ChartStyle.plotWidth - 2 * label)
        return (low - room, high + room)
    }
}
