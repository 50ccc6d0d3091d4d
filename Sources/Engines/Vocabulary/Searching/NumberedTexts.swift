/// Many distinct texts, each with the number of its place, and a way from the text to its number.
struct NumberedTexts: Sendable {
    private(set) var texts = FlatTexts()
    private var digests: [UInt64] = []
    /// Open addressing: a number, or ``free``. Twice as many as texts at least.
    private var slots = [UInt32](repeating: Self.free, count: 1024)

    private static let free = UInt32.max

    var count: Int { digests.count }

    func number(of text: String) -> UInt32? {
        let bytes = Array(text.utf8)[...]
        let number = slots[slot(of: bytes, digest(of: bytes))]
        return number == Self.free ? nil : number
    }

    /// The number of a text, which it gets where it has none yet.
    ///
    /// - Parameter digest: that of the text.
    mutating func add(_ bytes: ArraySlice<UInt8>, _ digest: UInt64) -> UInt32 {
        let slot = slot(of: bytes, digest)
        guard slots[slot] == Self.free else { return slots[slot] }
        let number = UInt32(digests.count)
        slots[slot] = number
        texts.append(bytes)
        digests.append(digest)
        if digests.count * 2 > slots.count { grow() }
        return number
    }

    /// Where a text stands, or would stand.
    private func slot(of bytes: ArraySlice<UInt8>, _ digest: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: digest) & (slots.count - 1)
        while slots[slot] != Self.free {
            let number = Int(slots[slot])
            if digests[number] == digest, texts.bytes(number) == bytes { break }
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }

    private mutating func grow() {
        slots = [UInt32](repeating: Self.free, count: slots.count * 2)
        for (number, digest) in digests.enumerated() {
            var slot = Int(truncatingIfNeeded: digest) & (slots.count - 1)
            while slots[slot] != Self.free { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(number)
        }
    }
}
