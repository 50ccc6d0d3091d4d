/// Where the words of a slope chart stand from top to bottom, in the units of what is measured, and the scale that has room for them.
struct SlopeLayout {
    /// Units of the drawing from the lowest to the highest value of the scale.
    static let height = 200.0

    /// The labels before and after, by group.
    private(set) var before: [Double?]
    private(set) var after: [Double?]
    private(set) var low: Double
    private(set) var high: Double

    /// - Parameters:
    ///   - lines: How many lines the label of each group takes after the change; before it, one.
    init(_ groups: [ChangeChart.Group], lines: [Int]) {
        let averages = groups.flatMap { [$0.before, $0.after].compactMap(\.self) }
        let least = averages.map(\.low).min() ?? 0
        let most = max(averages.map(\.high).max() ?? 1, least + 1e-9)
        (before, after, low, high) = ([], [], least, most)
        let tallest = Double(lines.max() ?? 1) * Lettering.lineHeight + 4
        // Labels that are moved apart need a longer scale, on which the same letters take more: each round comes nearer.
        for _ in 0..<12 {
            let unit = (high - low) / Self.height
            before = Self.spread(groups.map { $0.before?.mean }, apart: (Lettering.lineHeight + 2) * unit)
            after = Self.spread(groups.map(\.after.mean), apart: tallest * unit)
            let labels = before.compactMap(\.self).flatMap { [$0 - 9 * unit, $0 + 9 * unit] }
            let ends = after.compactMap(\.self).flatMap { [$0 - tallest / 2 * unit, $0 + tallest / 2 * unit] }
            low = min(least, (labels + ends).min() ?? least)
            high = max(most, (labels + ends).max() ?? most)
        }
    }

    /// Moves values apart, in their order, until no two are nearer than asked.
    private static func spread(_ values: [Double?], apart: Double) -> [Double?] {
        var moved = values
        let order = values.indices.filter { values[$0] != nil }.sorted { (values[$0] ?? 0) < (values[$1] ?? 0) }
        for (lower, upper) in zip(order, order.dropFirst()) {
            guard let low = moved[lower], let high = moved[upper], high - low < apart else { continue }
            let lack = apart - (high - low)
            moved[lower] = low - lack / 2
            moved[upper] = high + lack / 2
        }
        return moved
    }
}
