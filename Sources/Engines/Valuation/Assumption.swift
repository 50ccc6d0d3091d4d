public import FoundationEssentials

/// The assumptions of an outcome row that a range can be given for. Duration and discount rate are not among them.
public enum Assumption: String, Sendable, Hashable, CaseIterable {
    case quantity, proxy, deadweight, displacement, attribution, dropOff

    /// Whether the assumption is a share from 0 to 1.
    public var isShare: Bool {
        switch self {
        case .quantity, .proxy: false
        case .deadweight, .displacement, .attribution, .dropOff: true
        }
    }
}

extension Outcome {
    /// The value that this row gives to an assumption.
    public subscript(assumption: Assumption) -> Decimal {
        get {
            switch assumption {
            case .quantity: quantity
            case .proxy: proxy
            case .deadweight: deadweight
            case .displacement: displacement
            case .attribution: attribution
            case .dropOff: dropOff
            }
        }
        set {
            switch assumption {
            case .quantity: quantity = newValue
            case .proxy: proxy = newValue
            case .deadweight: deadweight = newValue
            case .displacement: displacement = newValue
            case .attribution: attribution = newValue
            case .dropOff: dropOff = newValue
            }
        }
    }
}
