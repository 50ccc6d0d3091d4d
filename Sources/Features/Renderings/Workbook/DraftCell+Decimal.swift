import Documents
import FoundationEssentials
import Valuation

extension DraftCell {
    /// A number that a person may change.
    static func input(_ value: Decimal, _ format: CellFormat) -> DraftCell {
        DraftCell(content: .number(value.double), style: .input, format: format)
    }
}
