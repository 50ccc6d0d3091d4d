/// A sum that carries its rounding errors along, so that it is as good as one in twice the digits.
///
/// - Source: T. J. Dekker, "A floating-point technique for extending the available precision" (1971).
struct ExactSum {
    private(set) var high = 0.0
    private(set) var low = 0.0

    mutating func add(_ value: Double) {
        let sum = high + value
        let part = sum - high
        low += (high - (sum - part)) + (value - part)
        high = sum
    }

    /// Adds `one * other` with every digit of the product.
    mutating func add(_ one: Double, times other: Double) {
        let product = one * other
        add(product)
        low += (-product).addingProduct(one, other)
    }

    var value: Double { high + low }
}
