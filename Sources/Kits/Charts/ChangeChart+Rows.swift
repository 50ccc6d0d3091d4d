import CanonicalJSON

extension ChangeChart {
    /// Measured once: a point with its interval in a row for each group.
    var rows: JSON {
        let rows = NamedRows(groups.map(\.name), besides: groups.map(\.after.label), band: 16)
        let data: [JSON] = groups.enumerated().map { index, group in
            let average: [String: JSON] = [
                "low": .number(group.after.low), "mean": .number(group.after.mean), "high": .number(group.after.high),
                "label": .string(group.after.label), "group": .integer(index),
            ]
            return .object(average.merging(rows.members(index)) { member, _ in member })
        }
        func position(_ field: String) -> JSON {
            [
                "field": .string(field), "type": "quantitative", "axis": ChartStyle.axisBelow,
                "scale": ["zero": false, "nice": true, "padding": 12],
            ]
        }
        let layers: [JSON] = [
            [
                "mark": ["type": "rule", "strokeWidth": 3],
                "encoding": [
                    "y": rows.position("middle"), "x": position("low"), "x2": ["field": "high"],
                    "color": groupColors,
                ],
            ],
            [
                "mark": ["type": "point", "filled": true, "size": 130, "opacity": 1],
                "encoding": [
                    "y": rows.position("middle"), "x": position("mean"), "color": groupColors, "shape": groupShapes,
                ],
            ],
            rows.names, rows.values("label"),
        ]
        return ChartStyle.specification(
            description: description, measured: axis, height: rows.height, hasRows: true, layers: layers, data: data)
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
