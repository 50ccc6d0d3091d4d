import CanonicalJSON

extension FileRefusal {
    /// The refusal as the worker tells it too; ``init(_:)`` reads it again.
    var json: JSON {
        var members: [String: JSON] = ["reason": .string(reason)]
        switch self {
        case .tooLarge(let bytes, let limit):
            members["bytes"] = .integer(bytes)
            members["limit"] = .integer(limit)
        case .damaged(let part), .bomb(let part), .unsafeMarkup(let part): members["part"] = .string(part)
        case .tooManySheets(let count, let limit):
            members["count"] = .integer(count)
            members["limit"] = .integer(limit)
        case .tooManyCells(let sheet, let limit):
            members["sheet"] = .string(sheet)
            members["limit"] = .integer(limit)
        case .farCell(let cell, let limit), .longText(let cell, let limit):
            members["sheet"] = .string(cell.sheet)
            members["column"] = .integer(cell.column)
            members["row"] = .integer(cell.row)
            members["limit"] = .integer(limit)
        case .tooMuchMemory(let limit), .tooMuchWork(let limit): members["limit"] = .integer(limit)
        default: break
        }
        return .object(members)
    }

    /// The name of the case.
    private var reason: String {
        let text = "\(self)"
        return String(text.prefix { $0 != "(" })
    }
}
