package import Words

/// A range drawn to scale: a line from low to high, a dot at the value, and a thin mark at a figure to compare with.
///
/// The words beside it say the same; `title` is what is read aloud, and is the picture's alternative text on paper.
package struct RangeBar: Sendable {
    package var low: Double
    package var value: Double
    package var high: Double
    /// A figure to compare with, such as a ratio of 1.
    package var reference: Double?
    /// The ends of the scale; several bars on one scale can be compared.
    package var scale: ClosedRange<Double>
    package var title: Phrase

    package init(
        low: Double, value: Double, high: Double, reference: Double? = nil, scale: ClosedRange<Double>, title: Phrase
    ) {
        self.low = low
        self.value = value
        self.high = high
        self.reference = reference
        self.scale = scale
        self.title = title
    }

    /// The colours are for paper, where no style sheet reaches into a picture; on screen the theme's replace them.
    package var html: HTML {
        var parts = [
            titleElement.with([], .phrase(title)),
            line("range-track", from: 0, to: 1, width: 2, colour: "#d3d6ce"),
            line("range-span", from: place(low), to: place(high), width: 8, colour: "#0a5c3a"),
        ]
        if let reference {
            parts.append(
                lineElement.with(
                    [
                        .classes("range-reference"), .svg("x1", x(place(reference))), .svg("x2", x(place(reference))),
                        .svg("y1", "1"), .svg("y2", "23"), .svg("stroke", "#737c75"), .svg("stroke-width", "2"),
                    ], .nothing))
        }
        parts.append(
            circleElement.with(
                [
                    .classes("range-value"), .svg("cx", x(place(value))), .svg("cy", "12"), .svg("r", "8"),
                    .svg("fill", "#064529"),
                ], .nothing))
        return svgElement.with(
            [
                .classes("range-bar"), .role("img"), .svg("viewBox", "0 0 480 24"),
                .svg("xmlns", "http://www.w3.org/2000/svg"),
            ],
            .group(parts))
    }

    private func line(_ name: String, from start: Double, to end: Double, width: Int, colour: String) -> HTML {
        lineElement.with(
            [
                .classes(name), .svg("x1", x(start)), .svg("x2", x(end)), .svg("y1", "12"), .svg("y2", "12"),
                .svg("stroke", colour), .svg("stroke-width", String(width)),
            ], .nothing)
    }

    /// Where a figure lies on the scale, from 0 to 1; what lies beyond it is drawn at its end.
    private func place(_ figure: Double) -> Double {
        let width = scale.upperBound - scale.lowerBound
        guard figure.isFinite, width.isFinite, width > 0 else { return 0 }
        return min(max((figure - scale.lowerBound) / width, 0), 1)
    }

    /// In the drawing's units, to a tenth, 10 in from either edge so that a dot at the end is whole.
    private func x(_ place: Double) -> String {
        let tenths = Int((100 + place * 4600).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
}
