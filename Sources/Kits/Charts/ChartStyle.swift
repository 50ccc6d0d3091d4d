import CanonicalJSON

/// What all charts share. Each colour differs in lightness too, so that a grey print and every kind of sight tell them apart.
enum ChartStyle {
    static let width = 640
    static let ink = "#1a1f1c"
    static let muted = "#525c56"
    static let line = "#d3d6ce"
    static let green = "#0a5c3a"
    static let amber = "#c77700"
    /// Amber for letters: as dark as reading needs.
    static let deepAmber = "#7a4300"

    /// Pixels at the left of a chart of rows, for their names; and at its other sides.
    static let nameWidth = 216
    private static let margin = 8
    static let rightMargin = 4 * margin
    /// The width that the bars of a chart of rows have.
    static let plotWidth = width - nameWidth - 5 * margin

    /// The frame of a specification. Rows have a fixed place for their names; else the axis takes the place it needs.
    static func specification(
        title: String, description: String, height: Int, hasRows: Bool, above: Int = 0, layers: [JSON], data: [JSON],
        resolve: JSON? = nil
    ) -> JSON {
        var specification: [String: JSON] = [
            "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
            "description": .string(description),
            "data": ["values": .array(data)],
            "height": .integer(height),
            "background": "#ffffff",
            "layer": .array(layers),
            "config": config,
        ]
        if let resolve { specification["resolve"] = resolve }
        let lines = wrapped(title, at: 66)
        let titleHeight = lines.isEmpty ? 0 : lines.count * 20 + 16
        if hasRows {
            specification["autosize"] = "none"
            specification["width"] = .integer(plotWidth)
            specification["padding"] = [
                "left": .integer(nameWidth + margin), "right": .integer(rightMargin),
                "top": .integer(titleHeight + above + margin), "bottom": 56,
            ]
        } else {
            specification["autosize"] = ["type": "fit-x", "contains": "padding"]
            specification["width"] = .integer(width)
            specification["padding"] = .integer(margin)
        }
        if !lines.isEmpty {
            specification["title"] = [
                "text": .array(lines.map(JSON.string)), "anchor": "start", "fontSize": 15, "fontWeight": "bold",
                "lineHeight": 20, "color": .string(ink), "frame": hasRows ? "group" : "bounds",
                "dx": .integer(hasRows ? -nameWidth : 0), "offset": 12,
            ]
        }
        return .object(specification)
    }

    private static let config: JSON = [
        "font": "DejaVu Sans",
        "view": ["stroke": nil],
        "axis": [
            "labelFontSize": 13, "titleFontSize": 13, "titleFontWeight": "normal", "labelColor": .string(ink),
            "titleColor": .string(muted), "gridColor": .string(line), "domain": false, "ticks": false,
            "labelPadding": 6, "titlePadding": 10,
        ],
        "text": ["fontSize": 13, "color": .string(ink)],
    ]

    /// An axis that counts, with few lines and its unit as title.
    static func valueAxis(_ title: String, orient: String? = nil) -> JSON {
        var axis: [String: JSON] = ["title": title.isEmpty ? nil : .string(title), "tickCount": 5]
        if let orient { axis["orient"] = .string(orient) }
        return .object(axis)
    }
}

/// A text in lines of about so many characters, broken at spaces; a word that is longer keeps its line.
func wrapped(_ text: String, at length: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
        if !line.isEmpty, line.count + 1 + word.count > length {
            lines.append(line)
            line = String(word)
        } else {
            line += (line.isEmpty ? "" : " ") + word
        }
    }
    return line.isEmpty ? lines : lines + [line]
}
