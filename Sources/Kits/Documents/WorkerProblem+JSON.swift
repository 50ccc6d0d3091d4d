package import CanonicalJSON

extension WorkerProblem {
    /// The problem as it can be kept and shown later. Details for the log are left out.
    package var json: JSON {
        switch self {
        case .refused(let refusal): ["refused": refusal.json]
        case .badRequest: ["problem": "badRequest"]
        case .tookTooLong(let seconds): ["problem": "tookTooLong", "seconds": .integer(seconds)]
        case .tookTooMuchMemory(let megabytes): ["problem": "tookTooMuchMemory", "megabytes": .integer(megabytes)]
        case .died: ["problem": "died"]
        case .nonsense: ["problem": "nonsense"]
        case .unavailable: ["problem": "unavailable"]
        case .cancelled: ["problem": "cancelled"]
        case .workedTooLong(let seconds): ["problem": "workedTooLong", "seconds": .integer(seconds)]
        }
    }

    /// - Returns: nil where this is no problem that ``json`` wrote.
    package init?(json: JSON) {
        if let refused = json["refused"] {
            guard let refusal = FileRefusal(refused) else { return nil }
            self = .refused(refusal)
            return
        }
        switch json["problem"]?.stringValue {
        case "badRequest": self = .badRequest("")
        case "tookTooLong": self = .tookTooLong(seconds: json["seconds"]?.integerValue ?? 0)
        case "tookTooMuchMemory": self = .tookTooMuchMemory(megabytes: json["megabytes"]?.integerValue ?? 0)
        case "died": self = .died("")
        case "nonsense": self = .nonsense("")
        case "unavailable": self = .unavailable("")
        case "cancelled": self = .cancelled
        case "workedTooLong": self = .workedTooLong(seconds: json["seconds"]?.integerValue ?? 0)
        default: return nil
        }
    }
}
