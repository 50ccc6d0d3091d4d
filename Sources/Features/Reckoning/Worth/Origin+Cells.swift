import Documents

extension Origin {
    /// The address of the cell, or of each cell; nil where the value came from none.
    var cellText: String? {
        switch self {
        case .cell(let cell), .participants(let cell): cell.description
        case .cells(let cells): cells.map(\.description).joined(separator: ", ")
        case .option, .assumed: nil
        }
    }
}
