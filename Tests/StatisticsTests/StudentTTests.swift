import Glibc
import Peers
import Testing

@testable import Statistics

@Suite struct StudentTTests {
    /// Two-sided 95 % and 99 % points of Student's t: NIST/SEMATECH e-Handbook of Statistical Methods, table 1.3.6.7.2.
    @Test(arguments: [
        (1, 0.975, 12.706), (2, 0.975, 4.303), (5, 0.975, 2.571), (10, 0.975, 2.228), (30, 0.975, 2.042),
        (100, 0.975, 1.984), (1, 0.995, 63.657), (3, 0.995, 5.841), (20, 0.995, 2.845), (10, 0.90, 1.372),
    ])
    func `quantiles are those of the published table`(df: Double, p: Double, value: Double) throws {
        let t = try StudentT(degreesOfFreedom: df)
        #expect((try t.quantile(p) - value).magnitude < 0.0005)
        #expect((t.cumulative(try t.quantile(p)) - p).magnitude < 1e-14)
    }

    @Test func `one degree of freedom is the Cauchy distribution, and two have a closed form`() throws {
        let one = try StudentT(degreesOfFreedom: 1)
        let two = try StudentT(degreesOfFreedom: 2)
        for t in [-50.0, -1, 0, 0.3, 1, 7, 1000] {
            #expect((two.cumulative(t) - (0.5 + t / (2 * (2 + t * t).squareRoot()))).magnitude < 1e-14)
        }
        #expect((one.cumulative(1) - 0.75).magnitude < 1e-14)
        #expect((try one.quantile(0.75) - 1).magnitude < 1e-14)
        #expect(one.cumulative(-.infinity) == 0)
        #expect(one.cumulative(.infinity) == 1)
    }

    @Test(arguments: [0, -1, .infinity, .nan])
    func `degrees of freedom at or below nothing are refused`(df: Double) {
        #expect(throws: StatisticsError.self) { try StudentT(degreesOfFreedom: df) }
    }

    @Test(arguments: [0, 1, -0.1, .nan])
    func `a probability that leaves no finite value is refused`(p: Double) throws {
        let t = try StudentT(degreesOfFreedom: 5)
        #expect(throws: StatisticsError.self) { try t.quantile(p) }
    }

    @Test(.enabled(if: Peer.scipy != nil, "SciPy is not installed in .venv"))
    func `quantiles and probabilities agree with SciPy to ten digits`() throws {
        var random = SplitMix(seed: 1908)
        var cases: [(Double, Double)] = []
        for _ in 0..<400 {
            let df = pow(10, Double.random(in: -0.3...8.5, using: &random))
            cases.append((df, Double.random(in: 0.5001...0.9999, using: &random)))
        }
        for df in [1, 2, 3, 4, 9, 79, 80, 81, 307.132486, 1e7, 1.0001e7] { cases.append((df, 0.975)) }
        let script = """
            import sys
            from scipy import stats
            for line in sys.stdin:
                df, p = map(float, line.split())
                t = stats.t.ppf(p, df)
                print(repr(float(t)), repr(float(stats.t.cdf(t / 2, df))))
            """
        let input = cases.map { "\($0.0) \($0.1)\n" }.joined()
        let lines = try Peer.run(try #require(Peer.scipy), script, input: input).split(separator: "\n")
        #expect(lines.count == cases.count)
        for ((df, p), line) in zip(cases, lines) {
            let peer = line.split(separator: " ").compactMap { Double($0) }
            let t = try StudentT(degreesOfFreedom: df)
            #expect((try t.quantile(p) / peer[0] - 1).magnitude < 1e-10, "quantile at \(df), \(p)")
            #expect((t.cumulative(peer[0] / 2) - peer[1]).magnitude < 1e-10, "probability at \(df), \(p)")
        }
    }

}
