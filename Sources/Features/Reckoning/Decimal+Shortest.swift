import Accounts
import FoundationEssentials

extension Decimal {
    /// The shortest decimal that reads back as this number, so that 0.1 stays 0.1; nil where it is not finite.
    init?(shortest number: Double) {
        guard number.isFinite, let decimal = Decimal(string: number.description) else { return nil }
        self = decimal
    }
}
