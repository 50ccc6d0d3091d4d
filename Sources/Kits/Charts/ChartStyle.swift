import CanonicalJSON

/// What all charts share. One drawing serves a phone, a page and paper: it is narrow, and its words are of one size.
///
/// Each colour differs in lightness too, so that a grey print and every kind of sight tell them apart.
enum ChartStyle {
    static let width = 340.0
    static let ink = "#1a1f1c"
    static let muted = "#525c56"
    static let line = "#d3d6ce"
    static let paper = "#ffffff"
    static let green = "#0a5c3a"
    /// Beside green where two ends of one thing are shown: the same hue, paler, and apart from paper by more than 3 to 1.
    static let paleGreen = "#6f9c86"
    static let amber = "#c77700"
    /// Amber for letters: as dark as reading needs.
    static let deepAmber = "#7a4300"

    private static let margin = 6.0
    /// The width that the bars of a chart of rows have.
    static let plotWidth = width - 2 * margin

    /// The frame of a specification, with what is measured over it. Rows fill the width; else the axis takes the place it needs.
    static func specification(
        description: String, measured: String, height: Double, hasRows: Bool, layers: [JSON], data: [JSON],
        resolve: JSON? = nil
    ) -> JSON {
        var specification: [String: JSON] = [
            "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
            "description": .string(description),
            "data": ["values": .array(data)],
            "height": .number(height),
            "background": .string(paper),
            "layer": .array(layers),
            "config": config,
        ]
        if let resolve { specification["resolve"] = resolve }
        let lines = Lettering.wrapped(measured, to: plotWidth)
        let head = lines.isEmpty ? 0 : Double(lines.count) * Lettering.lineHeight + 8
        if hasRows {
            specification["autosize"] = "none"
            specification["width"] = .number(plotWidth)
            specification["padding"] = [
                "left": .number(margin), "right": .number(margin), "top": .number(margin + head), "bottom": 24,
            ]
        } else {
            specification["autosize"] = ["type": "fit-x", "contains": "padding"]
            specification["width"] = .number(width)
            specification["padding"] = .number(margin)
        }
        if !lines.isEmpty {
            specification["title"] = [
                "text": .array(lines.map(JSON.string)), "anchor": "start", "fontSize": .number(Lettering.size),
                "fontWeight": "normal", "lineHeight": .number(Lettering.lineHeight), "color": .string(muted),
                "frame": hasRows ? "group" : "bounds", "offset": 8,
            ]
        }
        return .object(specification)
    }

    private static let config: JSON = [
        "font": "DejaVu Sans",
        "view": ["stroke": nil],
        "axis": [
            "labelFontSize": .number(Lettering.size), "labelColor": .string(ink), "gridColor": .string(line),
            "domain": false, "ticks": false, "labelPadding": 6,
        ],
        "text": ["fontSize": .number(Lettering.size), "color": .string(ink)],
    ]

    /// An axis that counts, with few numbers. One that the edge would cut is left out.
    private static let valueAxis: [String: JSON] = [
        "title": nil, "tickCount": 4, "labelFlush": true, "labelBound": true, "labelOverlap": true,
    ]

    /// Below rows, which have their numbers written: lines through the names would only disturb.
    static let axisBelow: JSON = .object(
        valueAxis.merging(["grid": false, "domain": true, "domainColor": .string(line)]) { _, below in below })

    static let axisBeside: JSON = .object(valueAxis)
}
