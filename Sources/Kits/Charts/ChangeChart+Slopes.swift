import CanonicalJSON

extension ChangeChart {
    /// Measured twice: a line from before to after for each group, named at its end.
    var slopes: JSON {
        let layout = SlopeLayout(groups, lines: groups.map { endLines($0).count })
        func position(_ field: String) -> JSON { self.position(field, on: layout) }
        let layers: [JSON] = [
            [
                "mark": ["type": "line", "strokeWidth": 2.5],
                "encoding": ["x": moment, "y": position("mean"), "color": groupColors, "detail": ["field": "group"]],
            ],
            [
                "mark": ["type": "rule", "strokeWidth": 2],
                "encoding": ["x": moment, "y": position("low"), "y2": ["field": "high"], "color": groupColors],
            ],
            [
                "mark": ["type": "point", "filled": true, "size": 130, "opacity": 1],
                "encoding": ["x": moment, "y": position("mean"), "color": groupColors, "shape": groupShapes],
            ],
            text(of: 0, align: "right", dx: -14, on: layout),
            text(of: 1, align: "left", dx: 14, on: layout),
        ]
        return ChartStyle.specification(
            description: description, measured: axis, height: SlopeLayout.height, hasRows: false, layers: layers,
            data: points(on: layout), resolve: ["scale": ["color": "independent"]])
    }

    /// The two moments, as far apart as the words at either side of them allow.
    private var moment: JSON {
        [
            "field": "x", "type": "quantitative",
            "scale": ["domain": [.number(domain.low), .number(domain.high)], "nice": false, "zero": false],
            "axis": [
                "title": nil, "values": [0, 1], "grid": false, "labelFontWeight": "bold", "orient": "top",
                "labelExpr": .string("datum.value == 0 ? \(quoted(beforeLabel)) : \(quoted(afterLabel))"),
            ],
        ]
    }

    private var domain: (low: Double, high: Double) {
        func widest(_ texts: [String]) -> Double {
            texts.map { Lettering.width(of: $0, isBold: true) }.max() ?? 0
        }
        let left = max(widest(groups.compactMap(\.before?.label)), Lettering.width(of: beforeLabel) / 2) + 20
        let right = max(widest(groups.flatMap(endLines)), Lettering.width(of: afterLabel) / 2) + 26
        let between = max(ChartStyle.plotWidth - Self.axisWidth - left - right, 40)
        return (-left / between, 1 + right / between)
    }

    /// What the numbers beside the axis take, about.
    private static let axisWidth = 48.0

    /// What stands at the end of a group's line: its name, and its average below.
    private func endLines(_ group: Group) -> [String] {
        Lettering.wrapped(group.name, to: 90, most: 2) + [group.after.label]
    }

    private func position(_ field: String, on layout: SlopeLayout) -> JSON {
        [
            "field": .string(field), "type": "quantitative", "axis": ChartStyle.axisBeside,
            "scale": ["domain": [.number(layout.low), .number(layout.high)], "zero": false, "nice": false],
        ]
    }

    private func text(of side: Int, align: String, dx: Int, on layout: SlopeLayout) -> JSON {
        [
            "transform": [["filter": .string("datum.x > 0.5 == \(side == 1)")]],
            "mark": [
                "type": "text", "align": .string(align), "dx": .integer(dx), "lineBreak": "\n",
                "lineHeight": .number(Lettering.lineHeight),
                "fontWeight": "bold", "baseline": "middle", "dy": ["expr": "-8 * (datum.lines - 1)"],
            ],
            "encoding": [
                "x": moment, "y": position("labelAt", on: layout), "text": ["field": "label"],
                "color": groupTextColors,
            ],
        ]
    }

    /// Groups stand a little apart, so that their intervals don't hide each other; labels that would touch are moved apart.
    private func points(on layout: SlopeLayout) -> [JSON] {
        groups.enumerated().flatMap { place, group -> [JSON] in
            let aside = Double(place) * 0.04
            func point(_ average: Average, x: Double, at labelAt: Double?, label: String) -> JSON {
                [
                    "group": .integer(place), "x": .number(x + aside), "low": .number(average.low),
                    "mean": .number(average.mean), "high": .number(average.high), "label": .string(label),
                    "labelAt": .number(labelAt ?? average.mean),
                    "lines": .integer(label.split(separator: "\n").count),
                ]
            }
            let end = point(
                group.after, x: 1, at: layout.after[place], label: endLines(group).joined(separator: "\n"))
            guard let start = group.before else { return [end] }
            return [point(start, x: 0, at: layout.before[place], label: start.label), end]
        }
    }
}

/// A text as a literal in Vega's expressions.
private func quoted(_ text: String) -> String {
    var literal = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"", "\\": literal += "\\" + String(scalar)
        case _ where scalar.value < 32: literal += " "
        default: literal += String(scalar)
        }
    }
    return literal + "\""
}
