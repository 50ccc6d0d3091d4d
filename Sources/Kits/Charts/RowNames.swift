import CanonicalJSON

/// The names of a chart's rows: each is told from the others by its place, wrapped, and cut where it is too long.
struct RowNames {
    private let names: [[String]]

    init(_ names: [String]) {
        self.names = names.map { name in
            var lines = wrapped(name, at: 27)
            if lines.count > 3 { lines = lines.prefix(2) + [lines[2] + " …"] }
            return lines.map(shortened)
        }
    }

    /// What a row's data need: its place, its name in lines and the number of lines.
    func members(_ place: Int) -> [String: JSON] {
        [
            "row": .integer(place), "name": .string(names[place].joined(separator: "\n")),
            "lines": .integer(max(1, names[place].count)),
        ]
    }

    /// The place of a mark from top to bottom, in the order given.
    var encoding: JSON { ["field": "row", "type": "ordinal", "axis": nil] }

    /// The names themselves, each in the middle of its row.
    var layer: JSON {
        [
            "mark": [
                "type": "text", "align": "right", "baseline": "middle", "lineBreak": "\n", "lineHeight": 16,
                "x": -12, "dy": ["expr": "-8 * (datum.lines - 1)"],
            ],
            "encoding": ["y": encoding, "text": ["field": "name"]],
        ]
    }

    /// Pixels that the rows need one below the other.
    var height: Int { max(1, names.count) * (names.contains { $0.count > 2 } ? 52 : 38) }
}

private func shortened(_ line: String) -> String { line.count > 30 ? line.prefix(29) + "…" : line }
