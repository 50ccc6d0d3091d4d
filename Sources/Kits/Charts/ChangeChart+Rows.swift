import CanonicalJSON

extension ChangeChart {
    /// Measured once: a point with its interval in a row for each group.
    var rows: JSON {
        let names = RowNames(groups.map(\.name))
        let data: [JSON] = groups.enumerated().map { place, group in
            let average: [String: JSON] = [
                "low": .number(group.after.low), "mean": .number(group.after.mean), "high": .number(group.after.high),
                "label": .string(group.after.label), "group": .integer(place),
            ]
            return .object(average.merging(names.members(place)) { member, _ in member })
        }
        func position(_ field: String) -> JSON {
            [
                "field": .string(field), "type": "quantitative", "axis": ChartStyle.valueAxis(axis),
                "scale": ["zero": false, "nice": true, "padding": 30],
            ]
        }
        let layers: [JSON] = [
            [
                "mark": ["type": "rule", "strokeWidth": 3],
                "encoding": [
                    "y": names.encoding, "x": position("low"), "x2": ["field": "high"], "color": groupColors,
                ],
            ],
            [
                "mark": ["type": "point", "filled": true, "size": 160, "opacity": 1],
                "encoding": [
                    "y": names.encoding, "x": position("mean"), "color": groupColors, "shape": groupShapes,
                ],
            ],
            [
                "mark": ["type": "text", "dy": -16, "fontWeight": "bold"],
                "encoding": ["y": names.encoding, "x": position("mean"), "text": ["field": "label"]],
            ],
        ]
        return ChartStyle.specification(
            title: title, description: description, height: names.height, hasRows: true,
            layers: layers + [names.layer], data: data)
    }

    var groupColors: JSON { groupScale([ChartStyle.green, ChartStyle.amber, ChartStyle.muted].map(JSON.string)) }
    var groupTextColors: JSON {
        groupScale([ChartStyle.green, ChartStyle.deepAmber, ChartStyle.muted].map(JSON.string))
    }
    var groupShapes: JSON { groupScale(["circle", "diamond", "square"]) }

    private func groupScale(_ range: [JSON]) -> JSON {
        let domain = groups.indices.map(JSON.integer)
        return [
            "field": "group", "type": "nominal", "legend": nil,
            "scale": ["domain": .array(domain), "range": .array(range)],
        ]
    }
}
