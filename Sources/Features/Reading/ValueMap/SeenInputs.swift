import Documents
import FoundationEssentials

/// The inputs that were met so far, by who put in what and how much.
struct SeenInputs {
    private struct Key: Hashable {
        let stakeholder: String
        let description: String
        let amount: Decimal
    }

    private var cells: [Key: CellReference] = [:]

    /// Where the same input was met first; nil, and remembered, where this is the first.
    mutating func first(
        _ stakeholder: String, _ description: String, _ amount: Decimal, at cell: CellReference
    ) -> CellReference? {
        let key = Key(
            stakeholder: stakeholder.lowercased(), description: description.lowercased(), amount: amount)
        if let first = cells[key] { return first }
        cells[key] = cell
        return nil
    }
}
