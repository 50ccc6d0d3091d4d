import CanonicalJSON

/// The rows of a chart, one below the other: each has its name in lines over its band, so that a narrow picture has room for both.
struct NamedRows {
    /// Where a row stands, in units from the top.
    struct Place {
        var name: [String]
        var nameTop: Double
        var top: Double
        var bottom: Double
    }

    let places: [Place]
    let height: Double

    /// - Parameters:
    ///   - besides: What stands at the right of each name, over the band.
    ///   - above: Room over the first row, and below the last one.
    init(_ names: [String], besides: [String] = [], band: Double, above: Double = 0, below: Double = 0) {
        var places: [Place] = []
        var y = above
        for (index, name) in names.enumerated() {
            let taken = index < besides.count ? Lettering.width(of: besides[index], isBold: true) + 12 : 0
            let lines = Lettering.wrapped(name, to: max(ChartStyle.plotWidth - taken, 80))
            let top = y + Double(max(1, lines.count)) * Lettering.lineHeight + 3
            places.append(Place(name: lines, nameTop: y, top: top, bottom: top + band))
            y = top + band + 9
        }
        self.places = places
        height = max(y + below, 24)
    }

    /// What a row's data need: its name in lines, and where name and band stand.
    func members(_ index: Int) -> [String: JSON] {
        let place = places[index]
        return [
            "name": .string(place.name.joined(separator: "\n")), "nameTop": .number(place.nameTop),
            "lastLine": .number(place.nameTop + Double(max(0, place.name.count - 1)) * Lettering.lineHeight),
            "top": .number(place.top), "bottom": .number(place.bottom),
            "middle": .number((place.top + place.bottom) / 2),
        ]
    }

    /// Units from the top, as a place from top to bottom.
    func position(_ field: String) -> JSON {
        [
            "field": .string(field), "type": "quantitative", "axis": nil,
            "scale": ["domain": [.number(height), 0], "nice": false, "zero": false],
        ]
    }

    /// The names themselves, at the left edge.
    var names: JSON {
        [
            "mark": [
                "type": "text", "align": "left", "baseline": "top", "lineBreak": "\n",
                "lineHeight": .number(Lettering.lineHeight), "x": 0,
            ],
            "encoding": ["y": position("nameTop"), "text": ["field": "name"]],
        ]
    }

    /// What stands at the right of each name, at the right edge, on the line next to the band.
    func values(_ field: String) -> JSON {
        [
            "mark": [
                "type": "text", "align": "right", "baseline": "top", "fontWeight": "bold",
                "x": .number(ChartStyle.plotWidth),
            ],
            "encoding": ["y": position("lastLine"), "text": ["field": .string(field)]],
        ]
    }
}
