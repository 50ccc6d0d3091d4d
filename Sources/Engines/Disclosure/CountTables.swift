/// Counts of people that are published together, and the sums that tie them: tables, and what links one to another.
///
/// A count that stands in several tables is one cell, added once and named in each sum that holds it; otherwise a reader
/// could find in one table what another hides.
public struct CountTables: Sendable, Equatable {
    /// One count in the tables.
    public struct Cell: Sendable, Hashable, Comparable {
        let index: Int

        public static func < (one: Cell, other: Cell) -> Bool { one.index < other.index }
    }

    struct Sum: Sendable, Equatable {
        let total: Int
        let parts: [Int]
    }

    private(set) var counts: [Int] = []
    private(set) var sums: [Sum] = []

    public init() {}

    /// Adds a count of people.
    public mutating func add(_ count: Int) throws(DisclosureError) -> Cell {
        guard count >= 0 else { throw .countNegative(count) }
        guard count <= Self.largestCount else { throw .countTooLarge(count) }
        guard counts.count < Self.mostCells else { throw .tooManyCells(limit: Self.mostCells) }
        counts.append(count)
        return Cell(index: counts.count - 1)
    }

    /// Says that a reader knows `total` to be the sum of `parts`.
    public mutating func sum(of parts: [Cell], is total: Cell) throws(DisclosureError) {
        let indices = parts.map(\.index)
        guard (indices + [total.index]).allSatisfy(counts.indices.contains) else { throw .cellUnknown }
        guard Set(indices).count == indices.count, !indices.contains(total.index) else { throw .cellTwice }
        let found = indices.reduce(0) { $0 + counts[$1] }
        guard found == counts[total.index] else { throw .sumWrong(parts: found, total: counts[total.index]) }
        sums.append(Sum(total: total.index, parts: indices))
    }

    /// Adds a list of counts with their total, and returns the cells of both.
    public mutating func add(_ counts: [Int], total: Cell? = nil) throws(DisclosureError) -> (
        cells: [Cell], total: Cell
    ) {
        var cells: [Cell] = []
        for count in counts { cells.append(try add(count)) }
        let all = if let total { total } else { try add(counts.reduce(0, +)) }
        try sum(of: cells, is: all)
        return (cells, all)
    }

    public static let mostCells = 2_000
    static let largestCount = 1_000_000_000
}

/// Why counts can't be protected as they were given.
public enum DisclosureError: Error, Equatable, Sendable {
    case countNegative(Int)
    case countTooLarge(Int)
    case tooManyCells(limit: Int)
    /// A cell of other tables.
    case cellUnknown
    /// A cell that stands twice in one sum.
    case cellTwice
    /// The parts don't add up to the total.
    case sumWrong(parts: Int, total: Int)

    public var code: String {
        switch self {
        case .countNegative: "DIS-001"
        case .countTooLarge: "DIS-002"
        case .tooManyCells: "DIS-003"
        case .cellUnknown: "DIS-004"
        case .cellTwice: "DIS-005"
        case .sumWrong: "DIS-006"
        }
    }
}
