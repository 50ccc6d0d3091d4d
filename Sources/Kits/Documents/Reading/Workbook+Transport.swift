import CanonicalJSON

extension Workbook {
    /// A workbook as the worker sends it. Nothing is believed: lengths, indices and kinds are checked.
    init(_ answer: Frame) throws(WorkerProblem) {
        guard let format = answer.result["format"]?.stringValue.flatMap(Format.init(rawValue:)),
            let headers = answer.result["sheets"]?.arrayValue,
            answer.parts.count == headers.count * SheetParts.count
        else { throw .nonsense("a workbook that is none") }
        var sheets: [Sheet] = []
        for (number, header) in headers.enumerated() {
            let start = number * SheetParts.count
            let parts = SheetParts(answer.parts[start..<start + SheetParts.count])
            guard let sheet = Sheet(header, parts) else { throw .nonsense("sheet \(number + 1) contradicts itself") }
            sheets.append(sheet)
        }
        self.init(format: format, sheets: sheets)
    }
}

/// The binary parts of one sheet, in the order of `ReadSheet.parts` in the worker.
struct SheetParts {
    static let count = 7

    let kinds: [UInt8]
    let numbers: [Double]
    let textEnds: [UInt32]
    let texts: [UInt8]
    let formatCells: [UInt32]
    let formatCodes: [UInt8]
    let formulaCells: [UInt32]

    init(_ parts: ArraySlice<[UInt8]>) {
        let parts = Array(parts)
        kinds = parts[0]
        numbers = loaded(parts[1])
        textEnds = loaded(parts[2])
        texts = parts[3]
        formatCells = loaded(parts[4])
        formatCodes = parts[5]
        formulaCells = loaded(parts[6])
    }

    /// The texts one by one; nil where the ends aren't in order.
    var strings: [String]? {
        var strings: [String] = []
        strings.reserveCapacity(textEnds.count)
        var start = 0
        let isWhole = texts.withUnsafeBytes { buffer in
            for end in textEnds {
                let end = Int(end)
                guard end >= start, end <= buffer.count else { return false }
                strings.append(String(decoding: UnsafeRawBufferPointer(rebasing: buffer[start..<end]), as: UTF8.self))
                start = end
            }
            return true
        }
        return isWhole ? strings : nil
    }
}

/// Whole numbers of a fixed size, little-endian as the worker and this machine have them; an odd rest is left out.
private func loaded<Number: BitwiseCopyable>(_ bytes: [UInt8]) -> [Number] {
    let count = bytes.count / MemoryLayout<Number>.size
    return [Number](unsafeUninitializedCapacity: count) { buffer, filled in
        bytes.withUnsafeBytes { source in
            UnsafeMutableRawBufferPointer(buffer).copyMemory(
                from: UnsafeRawBufferPointer(rebasing: source[..<(count * MemoryLayout<Number>.size)]))
        }
        filled = count
    }
}
