import FoundationEssentials
import Peers
import Statistics
import Testing

@Suite struct GroupsTests {
    /// Published for the real programme (National Supported Work, 1978 earnings): 185 and 260 people, means 6,349.14 and 4,554.80.
    @Test(.enabled(if: Reference.programme != nil, "the reference folder ../shared is absent"))
    func `the real programme's difference and interval are the published ones`() throws {
        let earnings = try #require(Reference.programme)
        let programme = try Moments(earnings.filter(\.treated).map(\.re78))
        let comparison = try Moments(earnings.filter { !$0.treated }.map(\.re78))
        for (group, other) in [
            (programme, comparison),
            (
                try Moments(count: 185, sum: programme.sum, sumOfSquares: programme.sumOfSquares),
                try Moments(count: 260, sum: comparison.sum, sumOfSquares: comparison.sumOfSquares)
            ),
        ] {
            let found = try #require(Difference(of: group, from: other))
            #expect((try #require(group.mean) - 6349.14).magnitude < 0.005)
            #expect((try #require(other.mean) - 4554.80).magnitude < 0.005)
            #expect((found.difference - 1794.342236).magnitude < 5e-7)
            #expect((found.standardError - 670.996550).magnitude < 5e-7)
            #expect((found.degreesOfFreedom - 307.132486).magnitude < 5e-7)
            #expect((found.interval.low - 474.010294).magnitude < 5e-7)
            #expect((found.interval.high - 3114.674177).magnitude < 5e-7)
        }
    }

    @Test func `groups of fewer than two have no difference, and equal values have no spread`() throws {
        let one = try Moments([3])
        let same = try Moments([3, 3, 3])
        #expect(Difference(of: one, from: same) == nil)
        #expect(Difference(of: try Moments([]), from: same) == nil)
        let found = try #require(Difference(of: try Moments([5, 5]), from: same))
        #expect(found.interval == Interval(low: 2, high: 2))
        #expect(found.degreesOfFreedom == 3)
    }

    @Test(.enabled(if: Peer.scipy != nil, "SciPy is not installed in .venv"))
    func `differences and paired changes agree with SciPy`() throws {
        var random = SplitMix(seed: 1947)
        var cases: [([Double], [Double])] = []
        for _ in 0..<60 {
            let shift = Double.random(in: -1e4...1e4, using: &random)
            func values(_ count: Int, _ random: inout SplitMix) -> [Double] {
                (0..<count).map { _ in shift + Double.random(in: -100...100, using: &random) }
            }
            let first = values(Int.random(in: 2...60, using: &random), &random)
            cases.append((first, values(Int.random(in: 2...60, using: &random), &random)))
        }
        let script = """
            import sys
            from scipy import stats
            for line in sys.stdin:
                a, b = ([float(x) for x in side.split()] for side in line.split(";"))
                r = stats.ttest_ind(a, b, equal_var=False)
                ci = r.confidence_interval()
                n = min(len(a), len(b))
                p = stats.ttest_rel(b[:n], a[:n])
                pi = p.confidence_interval()
                print(r.df, ci.low, ci.high, pi.low, pi.high)
            """
        let input = cases.map { pair in
            [pair.0, pair.1].map { $0.map(\.description).joined(separator: " ") }.joined(separator: ";") + "\n"
        }.joined()
        let lines = try Peer.run(try #require(Peer.scipy), script, input: input).split(separator: "\n")
        for ((a, b), line) in zip(cases, lines) {
            let peer = line.split(separator: " ").compactMap { Double($0) }
            let found = try #require(Difference(of: try Moments(a), from: try Moments(b)))
            let pairs = min(a.count, b.count)
            let change = try PairedChange(before: Array(a.prefix(pairs)), after: Array(b.prefix(pairs)))
            let interval = try #require(change.estimate?.interval)
            let ours = [
                found.degreesOfFreedom, found.interval.low, found.interval.high, interval.low, interval.high,
            ]
            for (ours, peer) in zip(ours, peer) { #expect((ours - peer).magnitude < 1e-8 * max(1, peer.magnitude)) }
        }
    }
}

/// The real programme's people, read from the reference folder (`OUTCOMES_REFERENCE`, else `../shared`).
private enum Reference {
    static let programme: [(treated: Bool, re78: Double)]? = {
        let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let folder = ProcessInfo.processInfo.environment["OUTCOMES_REFERENCE"] ?? "/\(root)/../shared"
        guard let data = FileManager.default.contents(atPath: folder + "/data/programme/nsw.csv") else { return nil }
        return String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).dropFirst().map { line in
            let fields = line.split(separator: ",")
            return (fields[1] == "1", Double(fields[10]) ?? .nan)
        }
    }()
}
