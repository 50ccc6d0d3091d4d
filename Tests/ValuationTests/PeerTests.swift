import FoundationEssentials
import Peers
import Testing
import Valuation

/// The whole valuation again in Python's own decimals, with the long-term rates written out.
@Suite struct PeerTests {
    private let script = """
        import sys
        from decimal import Decimal as D, getcontext, ROUND_HALF_UP
        getcontext().prec = 80
        STEPS = [30, 75, 125, 200, 300, 10**9]
        SERIES = {
            "standard": [D(x) / 1000 for x in (35, 30, 25, 20, 15, 10)],
            "health": [D(x) / 10000 for x in (150, 129, 107, 86, 64, 43)],
        }
        def rate(name, year):
            if name not in SERIES: return D(name)
            return SERIES[name][next(i for i, last in enumerate(STEPS) if year <= last)]
        def factor(name, year, convention):
            exponent = max(D(0), year - {"endOfYear": D(0), "midYear": D("0.5"), "startOfYear": D(1)}[convention])
            growth = D(1)
            for k in range(1, int(exponent) + 1): growth *= 1 + rate(name, k)
            if exponent % 1: growth *= (1 + rate(name, int(exponent) + 1)) ** (exponent % 1)
            return 1 / growth
        def out(x, places=2):
            return str(x.quantize(D(1).scaleb(-places), rounding=ROUND_HALF_UP) + 0)
        for line in sys.stdin:
            head, inputs, outcomes = line.strip().split("|")
            overall, convention = head.split()
            cost = sum(D(a) * factor(overall, int(y), convention) for a, y in (i.split() for i in inputs.split(";")))
            total, first_years, figures = D(0), D(0), []
            for row in outcomes.split(";"):
                q, p, d, s, a, r, n, start, own = row.split()
                own = overall if own == "-" else own
                impact = first = D(q) * D(p) * (1 - D(d)) * (1 - D(s)) * (1 - D(a))
                worth = D(0)
                for k in range(int(n)):
                    worth += impact * factor(own, k + (0 if start == "during" else 1), convention)
                    impact *= 1 - D(r)
                figures += [out(first), out(worth)]
                total += worth
                first_years += first
            ratio = out(total / cost, 6) if cost else "none"
            payback = out(cost * 12 / first_years) if first_years > 0 else "none"
            print(out(cost), out(total), out(total - cost), ratio, payback, *figures)
        """

    @Test(.enabled(if: Peer.python != nil, "Python is not installed"))
    func `random maps have the same figures in Python's decimals, to the penny`() throws {
        var random = SplitMix(seed: 2012)
        let maps = (0..<250).map { _ in ValueMap.random(using: &random) }
        let input = maps.map { line($0) + "\n" }.joined()
        let lines = try Peer.run(try #require(Peer.python), script, input: input).split(separator: "\n")
        #expect(lines.count == maps.count)
        for (map, line) in zip(maps, lines) {
            let valued = try value(map)
            let ours =
                [valued.inputs, valued.presentValue, valued.netPresentValue].map { Optional($0.rounded(places: 2)) }
                + [valued.ratio?.rounded(places: 6), valued.paybackMonths?.rounded(places: 2)]
                + valued.outcomes.flatMap { [$0.firstYear.rounded(places: 2), $0.presentValue.rounded(places: 2)] }
            let peer = line.split(separator: " ").map { $0 == "none" ? nil : Decimal(string: String($0)) }
            #expect(ours == peer, "\(self.line(map))")
        }
    }

    private func line(_ map: ValueMap) -> String {
        let inputs = map.inputs.map { "\($0.amount) \($0.year)" }.joined(separator: ";")
        let outcomes = map.outcomes.map { row in
            let numbers = Assumption.allCases.map { row[$0].description }.joined(separator: " ")
            return "\(numbers) \(row.duration) \(row.start.rawValue) \(row.discountRate.map(text) ?? "-")"
        }.joined(separator: ";")
        return "\(text(map.discountRate)) \(map.convention.rawValue)|\(inputs)|\(outcomes)"
    }

    private func text(_ rate: DiscountRate) -> String {
        switch rate {
        case .flat(let rate): rate.description
        case .standard: "standard"
        case .health: "health"
        }
    }
}
