import CanonicalJSON

extension Frame {
    /// The answer itself, or the problem that it tells of.
    consuming func checked(memory: Int) throws(WorkerProblem) -> Frame {
        if header["ok"] != nil { return self }
        if let refused = header["refused"] {
            guard let refusal = FileRefusal(refused) else { throw .nonsense("a refusal without a reason") }
            throw .refused(refusal)
        }
        if let text = header["bad"]?.stringValue { throw .badRequest(text) }
        if header["memory"] != nil { throw .tookTooMuchMemory(megabytes: memory / 1_000_000) }
        throw .nonsense("an answer that is none")
    }

    var result: JSON { header["ok"] ?? .null }
}

extension FileRefusal {
    /// A refusal as the worker tells it: `{"reason": "tooManySheets", "count": 300, "limit": 200}`.
    init?(_ answer: JSON) {
        let part = answer["part"]?.stringValue ?? ""
        let limit = answer["limit"]?.integerValue ?? 0
        let cell = CellReference(
            sheet: answer["sheet"]?.stringValue ?? "", column: answer["column"]?.integerValue ?? 0,
            row: answer["row"]?.integerValue ?? 0)
        switch answer["reason"]?.stringValue {
        case "unreadable": self = .unreadable
        case "empty": self = .empty
        case "tooLarge": self = .tooLarge(bytes: answer["bytes"]?.integerValue ?? 0, limit: limit)
        case "encrypted": self = .encrypted
        case "oldExcel": self = .oldExcel
        case "binaryExcel": self = .binaryExcel
        case "appleNumbers": self = .appleNumbers
        case "pdf": self = .pdf
        case "picture": self = .picture
        case "webPage": self = .webPage
        case "otherDocument": self = .otherDocument
        case "archive": self = .archive
        case "notAWorkbook": self = .notAWorkbook
        case "damaged": self = .damaged(part: part)
        case "bomb": self = .bomb(part: part)
        case "unsafeMarkup": self = .unsafeMarkup(part: part)
        case "unsafeNames": self = .unsafeNames
        case "tooManySheets": self = .tooManySheets(count: answer["count"]?.integerValue ?? 0, limit: limit)
        case "tooManyCells": self = .tooManyCells(sheet: cell.sheet, limit: limit)
        case "farCell": self = .farCell(cell, limit: limit)
        case "longText": self = .longText(cell, limit: limit)
        case "unknownEncoding": self = .unknownEncoding
        case "noSheets": self = .noSheets
        case "tooMuchMemory": self = .tooMuchMemory(megabytes: limit)
        case "tooMuchWork": self = .tooMuchWork(seconds: limit)
        default: return nil
        }
    }
}
