import Glibc

/// The standard normal distribution.
enum Normal {
    /// The 97.5 % quantile: the z of a 95 % interval.
    static let z95 = 1.959963984540054

    /// The probability of a value above `z`.
    static func upperTail(_ z: Double) -> Double { 0.5 * erfc(z / 2.0.squareRoot()) }

    static func density(_ z: Double) -> Double { exp(-z * z / 2) / (2 * Double.pi).squareRoot() }

    /// The value above which the probability `tail` lies, for a tail from just above 0 to 1/2; by Newton's method.
    static func upperQuantile(_ tail: Double) -> Double {
        guard tail < 0.5 else { return 0 }
        // Abramowitz and Stegun 26.2.22 starts within 0.003; the tail is convex there, so steps from below don't overshoot.
        let t = (-2 * log(tail)).squareRoot()
        var z = max(0, t - (2.30753 + 0.27061 * t) / (1 + t * (0.99229 + t * 0.04481)))
        for _ in 0..<8 {
            let step = (upperTail(z) - tail) / density(z)
            z += step
            if step.magnitude <= 1e-16 * z.magnitude { break }
        }
        return z
    }
}
