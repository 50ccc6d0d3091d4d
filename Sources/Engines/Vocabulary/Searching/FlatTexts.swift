/// Many texts, one after the other in one array of bytes.
struct FlatTexts: Sendable {
    private var all: [UInt8] = []
    private var ends: [UInt32] = []

    var count: Int { ends.count }

    mutating func append(_ bytes: some Collection<UInt8>) {
        all.append(contentsOf: bytes)
        ends.append(UInt32(all.count))
    }

    func bytes(_ place: Int) -> ArraySlice<UInt8> {
        all[(place == 0 ? 0 : Int(ends[place - 1]))..<Int(ends[place])]
    }

    subscript(_ place: Int) -> String { String(decoding: bytes(place), as: UTF8.self) }

    /// In texts that are in the order of their bytes, the first one that doesn't come before some bytes.
    func firstPlace(notBefore bytes: [UInt8]) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self.bytes(middle).lexicographicallyPrecedes(bytes) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The numbers of texts, in the order of the texts' bytes.
    func inByteOrder(_ numbers: [UInt32]) -> [UInt32] {
        // Most are told apart by how they begin.
        let begun = numbers.map { number in
            let bytes = bytes(Int(number))
            let start = bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            return (start: start << UInt64(8 * max(0, 8 - bytes.count)), number: number)
        }
        let sorted = begun.sorted { one, other in
            one.start == other.start
                ? bytes(Int(one.number)).lexicographicallyPrecedes(bytes(Int(other.number)))
                : one.start < other.start
        }
        return sorted.map(\.number)
    }
}
