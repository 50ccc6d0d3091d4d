import Peers

/// Types as people do, and as nobody would, the same in every run.
struct Typing {
    private var random: SplitMix

    init(seed: UInt64) { random = SplitMix(seed: seed) }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    mutating func word(of lengths: ClosedRange<Int>) -> String {
        String((0..<number(lengths)).map { _ in letter() })
    }

    mutating func letter() -> Character { "abcdefghijklmnopqrstuvwxyz".randomElement(using: &random) ?? "a" }

    /// A letter left out, put in, changed or swapped with its neighbour.
    mutating func mistake(in text: String) -> String {
        var letters = Array(text)
        let place = number(0...max(0, letters.count - 1))
        switch number(0...3) {
        case 0 where letters.count > 1: letters.remove(at: place)
        case 1: letters.insert(letter(), at: place)
        case 2 where !letters.isEmpty: letters[place] = letter()
        default:
            if place + 1 < letters.count { letters.swapAt(place, place + 1) }
        }
        return String(letters)
    }

    /// Signs from all of Unicode, with some letters among them.
    mutating func anything(most: Int) -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<number(0...most) {
            let value = number(0...2) == 0 ? number(0...0x10FFFF) : number(0x20...0x17F)
            if let scalar = Unicode.Scalar(UInt32(value)) { text.append(scalar) }
        }
        return String(text)
    }

    mutating func one<Item>(of items: [Item]) -> Item { items[number(0...(items.count - 1))] }
}
