/// Draws made-up people: the same seed gives the same people.
struct ExamplePeople {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    /// SplitMix64 (Steele, Lea and Flood, 2014).
    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// From 0 up to and without 1.
    mutating func share() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

    mutating func happens(_ chance: Double) -> Bool { share() < chance }

    mutating func pick<Element>(_ choices: [Element]) -> Element { choices[Int(share() * Double(choices.count))] }

    /// Roughly normal: the sum of twelve uniform draws.
    mutating func around(_ mean: Double, spread: Double) -> Double {
        let sum = (0..<12).reduce(0.0) { sum, _ in sum + share() }
        return mean + (sum - 6) * spread
    }

    /// A whole number around a mean, within the ends of a scale.
    mutating func score(_ mean: Double, spread: Double, in scale: ClosedRange<Double>) -> Double {
        min(max(around(mean, spread: spread).rounded(), scale.lowerBound), scale.upperBound)
    }

    static func code(_ letter: String, _ number: Int) -> ExampleCell {
        .text("\(letter)-\(number < 10 ? "00" : number < 100 ? "0" : "")\(number)")
    }
}
