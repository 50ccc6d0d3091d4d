import Measurement
import Workbooks

extension ImportResult {
    /// About how many bytes of memory it takes. Only what grows with the workbook is counted.
    var weight: Int {
        let columns = taken.reduce(0) { $0 + $1.columns.count }
        return 50_000 + columns * 1_000 + problems.count * 1_000 + (understanding?.participants?.weight ?? 0)
    }
}

extension ParticipantRecords {
    fileprivate var weight: Int {
        let perPerson = 1 + measures.count * 2 * MemoryLayout<Double?>.stride
        return people * perPerson + characteristics.reduce(0) { $0 + $1.values.weight }
    }
}

extension CharacteristicRecords.Values {
    fileprivate var weight: Int {
        switch self {
        case .numbers(let numbers): numbers.count * MemoryLayout<Double?>.stride
        // A short text lies within its place; a long one has one of its own besides.
        case .categories(let texts):
            texts.reduce(0) { $0 + MemoryLayout<String?>.stride + (($1?.utf8.count ?? 0) > 15 ? 48 : 0) }
        }
    }
}
